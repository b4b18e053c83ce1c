from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from site_files import write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import BuildSite

FILES = {
    "_config.yml": "plugins: [jekyll-last-modified-at]\n"
    "last-modified-at: {date-format: '%Y/%m/%d'}\n",
    "_layouts/d.html": "{% last_modified_at %} {% last_modified_at %H %}"
    " {{ page.last_modified_at }}",
    "index.html": "---\nlayout: d\n---\n",
    "tag.html": "---\n---\n{% last_modified_at %H:%M %}",
    "_posts/2024-01-01-a.html": "---\nlayout: d\n---\n",
    "_posts/2024-01-02-own.html": "---\nlast_modified_at: x\n---\n{{ page.last_modified_at }}",
    "new.html": "---\nlayout: d\n---\n",
}


def test_times_of_commits_else_of_files(build_site: BuildSite, tmp_path: Path) -> None:
    source = write(tmp_path / "source", FILES)

    def commit(date: str, *paths: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        for command in (["add", *paths], ["commit", "--quiet", "--message", "m"]):
            subprocess.run(
                ["git", *identity, *command],
                cwd=source,
                check=True,
                env={**os.environ, "GIT_COMMITTER_DATE": date},
            )

    subprocess.run(["git", "init", "--quiet"], cwd=source, check=True)
    commit("2023-03-04T05:06:07Z", ".", ":!new.html")
    (source / "index.html").write_text(FILES["index.html"] + "changed")
    commit("2023-05-06T07:08:09Z", "index.html")
    os.utime(source / "new.html", (1711929600, 1711929600))
    site = build_site({})
    assert site["index.html"] == "2023/05/06 2023/05/06 2023-05-06 07:08:09 +0000"
    assert site["2024/01/01/a.html"] == "2023/03/04 2023/03/04 2023-03-04 05:06:07 +0000"
    assert site["2024/01/02/own.html"] == "x"
    assert site["tag.html"] == "05:06"
    assert site["new.html"] == "2024/04/01 2024/04/01 2024-04-01 00:00:00 +0000"
