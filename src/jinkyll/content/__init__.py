"""The nouns of a site: documents, pages, collections, layouts, static files and their URLs."""
