#!/usr/bin/python3
"""An index survives what happens to it: a short version of crash.py, which is the long one.

    test_crash.py SYNDIC

Prints TAP.
"""
import sys

import crash
from command import Skip, main, syndic
from held import Unable


def survives(part, count):
    try:
        crash.run_part(part, syndic, count, seed=7)
    except Unable as why:
        raise Skip(str(why)) from None


def a_kill_loses_nothing_that_was_acknowledged(_):
    survives("kill", 15)


def a_full_disk_leaves_what_was_there(_):
    survives("full", 12)


def files_that_may_not_grow_leave_what_was_there(_):
    survives("limit", 12)


def a_second_writer_is_told_at_once(_):
    survives("writers", 3)


def readers_see_the_old_or_the_new_during_writes(_):
    survives("readers", 10)


def damage_is_harmless_or_refused_or_named(_):
    survives("garble", 40)


if __name__ == "__main__":
    sys.exit(main(globals()))
