"""What an observatory does without, set in its site file; all else stays as it is written there."""

import re


def set_without(root, parts):
    """Puts these parts in the place of those that the site file names, if any."""
    place = root / 'content/site.yaml'
    text = re.sub(r'^without:.*\n(?:[ -].*\n)*', '', place.read_text(encoding='utf-8'), flags=re.M)
    if parts:
        text = text.rstrip('\n') + f'\nwithout: [{", ".join(parts)}]\n'
    place.write_text(text, encoding='utf-8')
