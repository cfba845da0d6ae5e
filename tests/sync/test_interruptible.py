"""A request on its way does not hold up whoever has to leave."""

import time
from threading import Event, Timer

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync.interruptible import Going


def test_the_value_comes_back():
    assert Going(Event()).wait_for(lambda: 7) == 7


def test_what_was_refused_is_raised_on_the_thread_that_asked():
    def refuse():
        raise Fault(Refusal.NO_NETWORK)

    with pytest.raises(Fault) as raised:
        Going(Event()).wait_for(refuse)
    assert raised.value.refusal is Refusal.NO_NETWORK


def test_one_who_is_told_to_leave_leaves_at_once():
    stopped, never = Event(), Event()
    Timer(0.05, stopped.set).start()
    began = time.monotonic()
    with pytest.raises(Fault) as raised:
        Going(stopped).wait_for(lambda: never.wait(20))
    never.set()
    assert raised.value.refusal is Refusal.STOPPED
    assert time.monotonic() - began < 2


def test_one_who_was_told_before_does_not_even_ask():
    stopped, asked = Event(), []
    stopped.set()
    with pytest.raises(Fault):
        Going(stopped).wait_for(lambda: asked.append(1))
    assert asked == []
