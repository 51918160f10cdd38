"""browser.py PAGE OUT: a page of ours as a real browser (Chromium, by its driver) sees it, at 1280 and 360 pixels' width, as
JSON on stdout; its pictures and its print go to the folder OUT. Exit status 77 where there is no browser."""
import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

LOOK = """
const table = document.querySelector('section.units table');
const cells = row => Array.from(row.cells).map(c => c.tagName === 'TH' ? c.firstChild.textContent : c.innerText.trim());
return {
  width: window.innerWidth,
  scroll: document.documentElement.scrollWidth,
  wide: Array.from(document.querySelectorAll('body *')).filter(e => !e.closest('svg') && e.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map(e => e.tagName + '.' + e.className),
  text: document.body.innerText,
  title: document.title,
  lang: document.documentElement.lang,
  scripts: document.querySelectorAll('script').length,
  requests: performance.getEntriesByType('resource').map(e => e.name),
  figures: Object.fromEntries(Array.from(document.querySelectorAll('[data-figure]')).map(e => [e.dataset.figure, e.querySelector('b').innerText])),
  missing: Array.from(document.querySelectorAll('.names.missing li')).map(e => e.firstChild.textContent),
  first: document.querySelector('dl.big .figure').innerText,
  missing_bottom: Math.max(0, ...Array.from(document.querySelectorAll('.names.missing li')).map(e => e.getBoundingClientRect().bottom)),
  rows: Array.from(table.tBodies[0].rows).map(cells),
  total: cells(table.tFoot.rows[0]),
  scopes: Array.from(table.querySelectorAll('th')).every(e => e.hasAttribute('scope')),
  svgs: Array.from(document.querySelectorAll('svg')).map(e => e.getAttribute('role') + ' ' + e.querySelector('title').textContent)
};
"""


class Browser:
    """One session of the driver, which ends with it."""

    def __init__(self, profile, width, height):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = next(found[1] for line in self.driver.stdout if (found := re.search(r"successfully on port (\d+)", line)))
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     "--disable-background-networking", "--disable-component-update", "--no-first-run",
                     f"--user-data-dir={profile}"]
        options = {"args": arguments, "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1.0}}}
        made = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}})
        self.session = "/session/" + made["sessionId"]

    def ask(self, method, path, body):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, {"Content-Type": "application/json"},
                                         method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def command(self, name, parameters):
        return self.ask("POST", self.session + "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def close(self):
        try:
            self.ask("DELETE", self.session, None)
        finally:
            self.driver.terminate()
            self.driver.wait()


def look(page, out, width):
    with tempfile.TemporaryDirectory(prefix="browser.", dir=out) as profile:
        browser = Browser(profile, width, 800)
        try:
            browser.ask("POST", browser.session + "/url", {"url": pathlib.Path(page).resolve().as_uri()})
            seen = browser.ask("POST", browser.session + "/execute/sync", {"script": LOOK, "args": []})
            shot = browser.command("Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
            (out / f"{width}.png").write_bytes(base64.b64decode(shot["data"]))
            if width > 1000:
                printed = browser.command("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
                (out / "page.pdf").write_bytes(base64.b64decode(printed["data"]))
        finally:
            browser.close()
    return seen


def main():
    page, out = sys.argv[1], pathlib.Path(sys.argv[2])
    if shutil.which("chromedriver") is None:
        sys.exit(77)
    out.mkdir(parents=True, exist_ok=True)
    json.dump({str(width): look(page, out, width) for width in (1280, 360)}, sys.stdout, ensure_ascii=False)


main()
