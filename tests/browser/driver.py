"""Drives a headless Chromium through chromedriver, as W3C's WebDriver says, with the standard library alone.

    with Browser() as page:
        page.open("/tmp/report.html")
        page.run("return document.title")
        page.press("n")
        assert not page.complaints()

Browser() raises Missing when Chromium or its driver is not installed (Debian: chromium, chromium-driver).
"""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

START_SECONDS = 60
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
             "--disable-default-apps", "--disable-extensions", "--force-color-profile=srgb"]
NAMES = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "driver": ("chromedriver",)}


class Missing(Exception):
    """Chromium or its driver is not there."""


def find(what):
    for name in NAMES[what]:
        if shutil.which(name):
            return shutil.which(name)
    raise Missing(f"no {NAMES[what][0]} found")


class Browser:
    """One window. Everything that is loaded and everything on the console is kept."""

    def __init__(self, width=1280, height=900):
        binary, driver = find("chromium"), find("driver")
        self.folder = tempfile.mkdtemp(prefix="syndic-browser-")
        self.log = Path(self.folder, "driver.log")
        self.process = subprocess.Popen([driver, "--port=0"], stdout=open(self.log, "wb"), stderr=subprocess.STDOUT,
                                        env={**os.environ, "HOME": self.folder})
        self.requests, self.said = {}, []
        try:
            self.base = f"http://127.0.0.1:{self.port()}"
            self.session = self.start(binary, width, height)
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if getattr(self, "session", None):
            try:
                self.ask("DELETE", "")
            except (OSError, RuntimeError):
                pass
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # WebDriver

    def port(self):
        """The driver picks a free port and says which."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            words = self.log.read_text(errors="replace").rsplit("started successfully on port ", 1)
            if len(words) == 2 and "." in words[1]:
                return int(words[1].split(".")[0])
            time.sleep(0.05)
        raise RuntimeError("chromedriver did not start: " + self.log.read_text(errors="replace")[-500:])

    def send(self, method, path, body=None):
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"].splitlines()[0]) from None

    def start(self, binary, width, height):
        options = {"binary": binary, "args": [*ARGUMENTS, f"--window-size={width},{height}",
                                              f"--user-data-dir={self.folder}/profile"]}
        wanted = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options,
                                  "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}
        return self.send("POST", "/session", {"capabilities": wanted})["sessionId"]

    def ask(self, method, path, body=None):
        return self.send(method, f"/session/{self.session}{path}", body)

    def tools(self, command, **parameters):
        """A command of the DevTools protocol."""
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    # Pages

    def open(self, path, place=""):
        self.listen()
        self.requests, self.said = {}, []
        self.ask("POST", "/url", {"url": "about:blank"})
        self.ask("POST", "/url", {"url": Path(path).resolve().as_uri() + place})

    def run(self, script, *arguments):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def until(self, script, seconds=10):
        """Waits until the script says something true, and returns it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.run(script)
            if value:
                return value
            time.sleep(0.02)
        raise AssertionError(f"never came true: {script}")

    def press(self, *keys):
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def click(self, selector):
        """Clicks as a mouse does, in the middle of the element."""
        element = self.ask("POST", "/element", {"using": "css selector", "value": selector})
        self.ask("POST", f"/element/{next(iter(element.values()))}/click")

    def listen(self):
        """Reads the logs that have come since."""
        self.said += self.ask("POST", "/se/log", {"type": "browser"})
        for line in self.ask("POST", "/se/log", {"type": "performance"}):
            message = json.loads(line["message"])["message"]
            if message["params"].get("documentURL", "").startswith("chrome:"):
                continue # of the browser's own first page
            if message["method"] == "Network.requestWillBeSent":
                self.requests[message["params"]["requestId"]] = message["params"]["request"]["url"]
            elif message["method"] == "Network.loadingFailed" and message["params"].get("blockedReason") == "csp":
                self.requests.pop(message["params"]["requestId"], None) # never sent

    def complaints(self):
        """What the page wrote on the console, or broke of its policy."""
        self.listen()
        return [entry["message"] for entry in self.said]

    def loaded(self):
        """Every address that was asked for and that the page's policy let through."""
        self.listen()
        return [url for url in self.requests.values() if url != "about:blank"]

    # Looks

    def look(self, dark=False, media="", width=0, height=900, script=True):
        """A colour scheme, a medium, a width in pixels, with scripts or without."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                    {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.tools("Emulation.setEmulatedMedia", media=media, features=features)
        self.tools("Emulation.setScriptExecutionDisabled", value=not script)
        if width:
            self.tools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                       mobile=width < 700)
        else:
            self.tools("Emulation.clearDeviceMetricsOverride")

    def shoot(self, path, whole=False):
        parameters = {"format": "png"}
        if whole:
            size = self.tools("Page.getLayoutMetrics")["cssContentSize"]
            parameters.update(captureBeyondViewport=True, clip={**size, "scale": 1})
        Path(path).write_bytes(base64.b64decode(self.tools("Page.captureScreenshot", **parameters)["data"]))

    def print(self, path):
        paper = self.tools("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        Path(path).write_bytes(base64.b64decode(paper["data"]))
