"""How windows look: theme, palette, style sheet, icons, fonts that are lent."""
