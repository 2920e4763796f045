#!/usr/bin/env python3
"""Holds the page's colours to WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for lines and bars that carry meaning.

    contrast.py STYLE.css        prints what falls short; exit 1 when anything does
    contrast.py --list STYLE.css prints every pair that is held
"""
import re
import sys
from pathlib import Path

TEXT = [("ink", on) for on in ("paper", "panel", "quoted", "credited", "open", "plain", "new", "now")]
TEXT += [(colour, on) for colour in ("soft", "link") for on in ("paper", "panel")] + [("soft", "new")]
BARS = ("quoted-bar", "credited-bar", "open-bar", "plain-bar")
LINES = [(colour, on) for colour in ("edge", *BARS) for on in ("paper", "panel")]
LINES += [("ink", "paper"), ("link", "paper"),
          *(("soft", on) for on in ("quoted", "credited", "open", "plain", "now"))]


def schemes(style):
    """The colours by name, light and dark; dark ones change only what they name."""
    blocks = re.findall(r":root\s*\{([^}]*)\}", re.sub(r"@media print.*", "", style, flags=re.DOTALL))
    read = [dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", block)) for block in blocks]
    light, dark = read[0], {**read[0], **read[1]}
    if set(read[0]) != set(read[1]):
        sys.exit(f"not in both schemes: {', '.join(sorted(set(read[0]) ^ set(read[1])))}")
    return {"light": light, "dark": dark}


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def main():
    listed = sys.argv[1] == "--list"
    found = 0
    for scheme, colours in schemes(Path(sys.argv[-1]).read_text(encoding="utf-8")).items():
        for pairs, least in ((TEXT, 4.5), (LINES, 3.0)):
            for one, other in pairs:
                value = ratio(colours[one], colours[other])
                if value < least or listed:
                    print(f"{scheme}: {one} on {other} is {value:.2f} to 1 (at least {least})")
                found += value < least
    return found > 0


sys.exit(main())
