# Words that stand on every page.
