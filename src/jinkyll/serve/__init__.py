"""The preview server that rebuilds on change.

* :mod:`~jinkyll.serve.document_root`: which file answers which URL.
* :mod:`~jinkyll.serve.server`: the HTTP server around it.
* :mod:`~jinkyll.serve.watcher`: changes of the sources, gathered into batches.
* :mod:`~jinkyll.serve.regeneration`: a batch of changes becomes a build.
* :mod:`~jinkyll.serve.livereload`: tells browsers what a build has changed.
"""
