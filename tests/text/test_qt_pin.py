"""Qt for Python 6.12.0 loses a reference to None with every call on Python 3.11, and aborts after a while."""

import sys

from PySide6.QtGui import QTextLayout


def test_references_to_none_do_not_fall_when_qt_is_called_often(qapp):
    layout = QTextLayout()
    before = sys.getrefcount(None)
    for number in range(500):
        layout.setText(str(number))
    assert layout.text() == "499"
    assert sys.getrefcount(None) > before - 100
