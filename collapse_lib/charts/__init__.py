"""Tables in, Altair charts out. `style` holds what all charts share; each other module draws one kind of picture.

Nothing is computed here, so nothing of the computation is imported. Charts take summaries: Altair refuses more than
5,000 rows.
"""
