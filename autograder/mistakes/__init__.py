"""The named mistakes: each an object with one home, recognised in a record by pure functions.

`finding` has what a mistake is, and a finding; the other modules have the mistakes, by the part of a
class that they are in; `registry` has all of them by name.
"""
