"""ReportLab's own settings file decides nothing about our PDFs."""

import io

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from rondo.text.pdf_fonts import PdfFonts
from rondo.text.qt_engine import QtTextEngine


def test_settings_when_somebody_loosened_them_then_a_new_document_tightens_them_again(monkeypatch):
    monkeypatch.setattr(rl_config, "trustedHosts", ["*"])
    monkeypatch.setattr(rl_config, "trustedSchemes", ["http", "file"])
    monkeypatch.setattr(rl_config, "toColorCanUse", "eval")
    monkeypatch.setattr(rl_config, "useA85", 1)
    PdfFonts(Canvas(io.BytesIO()), QtTextEngine())
    assert rl_config.trustedHosts is None and rl_config.trustedSchemes == []
    assert rl_config.toColorCanUse == "rl_extended_literal_eval"
    assert rl_config.useA85 == 0
