"""A real browser, driven by plain calls of WebDriver: no library in between, no foreign address."""

import base64
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PATIENCE = 60.0
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--window-size=1200,900", "--lang=id",
)  # fmt: skip


class Browser:
    """Chromium with a folder of its own; what it complains of is kept in `complaints`."""

    def __init__(self, folder: Path) -> None:
        home = folder / "home"
        home.mkdir()
        clean = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        self._driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, env=clean | {"HOME": str(home)},
        )  # fmt: skip
        self._http = requests.Session()
        self._http.trust_env = False
        self._at = f"http://127.0.0.1:{self._port()}/session"
        options = {"args": [*FLAGS, f"--user-data-dir={home / 'data'}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        made = self._call("POST", "", {"capabilities": {"alwaysMatch": wanted}})
        self._at = f"{self._at}/{made['sessionId']}"

    def _port(self) -> str:
        assert self._driver.stdout is not None
        said = []
        for line in self._driver.stdout:
            said.append(line)
            if "on port " in line and "started" in line:
                return line.rsplit(" ", 1)[-1].strip(" .\n")
        raise AssertionError("".join(said))

    def open(self, address: str) -> None:
        self._call("POST", "/url", {"url": address})

    @property
    def address(self) -> str:
        return str(self._call("GET", "/url"))

    def text(self) -> str:
        """Return what a person reads."""
        return str(self.run("return document.body.innerText"))

    def type(self, css: str, text: str) -> None:
        self._on(css, "/clear", {})
        self._on(css, "/value", {"text": text})

    def tick(self, css: str) -> None:
        self._on(css, "/click", {})

    def press(self, css: str) -> None:
        """Press a button that brings another page, and wait for that."""
        self.run("window.isOld = true")
        self._on(css, "/click", {})
        self.until(
            lambda: not self.run("return window.isOld || document.readyState !== 'complete'")
        )

    def follow(self, words: str) -> None:
        """Press the link that says `words`."""
        self.until(lambda: self._link(words))
        found = self._link(words)
        self.run("window.isOld = true")
        self._call("POST", f"/element/{found[ELEMENT]}/click", {})
        self.until(
            lambda: not self.run("return window.isOld || document.readyState !== 'complete'")
        )

    def _link(self, words: str) -> Any:
        return self.run(
            "return [...document.querySelectorAll('a')]"
            ".find(each => each.innerText.trim() === arguments[0] && each.offsetParent)", words,
        )  # fmt: skip

    def run(self, script: str, *words: Any) -> Any:
        return self._call("POST", "/execute/sync", {"script": script, "args": list(words)})

    def width_on(self, screen: int) -> int:
        """Return how wide the page is, in pixels, on a screen of this width."""
        before = self.run("return window.innerWidth")
        self._command("setDeviceMetricsOverride", width=screen, height=900, deviceScaleFactor=1,
                      mobile=True)  # fmt: skip
        width = self.run("return document.documentElement.scrollWidth")
        self._command("clearDeviceMetricsOverride")
        self.until(lambda: self.run("return window.innerWidth") == before)
        return int(width)

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._call("GET", "/screenshot")))

    def complaints(self) -> list[str]:
        """Return what the browser logged since it was asked last."""
        found = self._call("POST", "/se/log", {"type": "browser"})
        return [each["message"] for each in found if each["level"] in ("SEVERE", "WARNING")]

    def until(self, is_so: Callable[[], Any]) -> None:
        """Wait until the page is as it should be, and fail where it never becomes so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, self.text()

    def close(self) -> None:
        self._call("DELETE", "")
        self._driver.terminate()
        self._driver.communicate(timeout=PATIENCE)
        self._http.close()

    def _on(self, css: str, verb: str, body: dict[str, Any]) -> Any:
        found = self._call("POST", "/element", {"using": "css selector", "value": css})
        return self._call("POST", f"/element/{found[ELEMENT]}{verb}", body)

    def _command(self, name: str, **words: Any) -> None:
        self._call("POST", "/goog/cdp/execute", {"cmd": f"Emulation.{name}", "params": words})

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        answer = self._http.request(method, f"{self._at}{path}", json=body, timeout=PATIENCE)
        value = answer.json()["value"]
        assert answer.status_code == 200, value
        return value
