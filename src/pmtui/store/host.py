"""What the machine does with a store's folder: whether it lasts, and whether others can lock it."""

from __future__ import annotations

from pathlib import Path

IN_MEMORY = {"tmpfs", "ramfs"}
OF_A_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "fuse.sshfs",
    "fuse.s3fs",
}
MOUNTS = Path("/proc/self/mountinfo")


def warning(root: Path) -> str | None:
    """Why the file system of `root` is none for a store, in one line; None where it is, or where nothing tells."""
    kind = _kind(root)
    if kind in IN_MEMORY:
        return f"{root} is kept in memory ({kind}): it is gone when this machine restarts; choose another with --store"
    if kind in OF_A_NETWORK:
        return f"{root} is on a network ({kind}), where a lock may not hold between machines: use it from one at a time"
    return None


def _kind(root: Path) -> str | None:
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return None
    found: tuple[int, str | None] = (-1, None)
    for line in lines:
        before, _, after = line.partition(" - ")
        point = before.split()[4].encode().decode("unicode_escape")
        if root.is_relative_to(point) and len(point) >= found[0]:  # of two on one point the later one covers
            found = (len(point), after.split()[0])
    return found[1]
