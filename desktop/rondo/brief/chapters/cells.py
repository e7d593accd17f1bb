"""The sheets of the cells on which somebody wrote or in which we stand, one a page."""

from __future__ import annotations

from rondo.brief.blocks import Block, Break, Chapter, Paragraph, Picture, plain
from rondo.brief.material import Material
from rondo.figures.cell_sheets.sheet import CellSheets


def cells_chapter(material: Material) -> tuple[Chapter, ...]:
    """Nothing where no cell is filled. The title stands above the first sheet."""
    words, setting = material.words, material.setting
    sheets = CellSheets(
        material.project,
        framework=material.framework,
        words=words,
        theme=setting.theme,
        engine=setting.engine,
        width=setting.width,
    )
    spots = sheets.filled()
    if not spots:
        return ()
    title = words.count("brief.cells.title", len(spots))
    blocks: list[Block] = [Paragraph(plain(title), "title", anchor="cells", outline=0)]
    for at, figure in enumerate(sheets.sheets(spots)):
        blocks += [Break()] if at else []
        blocks.append(Picture((figure,), framed=False))
    return (Chapter("cells", title, tuple(blocks)),)
