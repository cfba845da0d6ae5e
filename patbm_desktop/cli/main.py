"""Read the command line, do it, and turn what stands in the way into one sentence."""

import argparse
import os
import signal
import sys
from collections.abc import Callable

from patbm_desktop.actions import wording
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.cli.commands import COMMANDS, refuse
from patbm_desktop.cli.opening import DONE, language_of
from patbm_desktop.cli.words import parser
from patbm_desktop.domain.fault import Fault, Refusal

Window = Callable[[argparse.Namespace], int]


def run(argv: list[str], window: Window) -> int:
    """Do what `argv` asks and return the exit status; `window` shows what needs a screen.

    Raises:
        SystemExit: the words were not understood (2), or help or the version was asked for (0).
    """
    options = parser().parse_args(argv)
    command = COMMANDS.get(options.command or "", window)
    try:
        return command(options)
    except Fault as fault:
        return refuse(wording.fault_sentence(fault, language_of(options)))
    except BrokenPipeError:
        # whoever read our words has heard enough; the interpreter must not complain at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        # pressed again by somebody in a hurry, it would cut off the sentence
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return refuse(wording.fault_sentence(Fault(Refusal.STOPPED), language_of(options)))
    except Refused as refused:
        first = refused.problems[0]
        return refuse(f"{first.field}: {wording.sentence(first.reason, language_of(options))}")
