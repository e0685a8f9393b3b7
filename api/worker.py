"""gunicorn's worker with threads, in which a slow goodbye holds nobody up."""

import socket
import time
from concurrent.futures import Future
from functools import partial
from selectors import EVENT_READ

from gunicorn.workers.gthread import TConn, ThreadWorker

CHUNK = 64 * 1024


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """
    Serve requests in threads, and let connections end beside that.

    Where one is to be closed, gunicorn waits up to two seconds for its client to close
    it too. It does so in the thread that takes connections in, and meanwhile nobody is
    served: a client that just stays, and there may be many, stops everything. Here they
    wait together, among the connections on which nothing was sent yet.
    """

    def finish_request(self, conn: TConn, fs: "Future[object]") -> None:
        """Go on with a connection after a request, or let it end."""
        if fs.cancelled() or fs.exception() is not None or fs.result():
            super().finish_request(conn, fs)
            return
        try:
            conn.sock.shutdown(socket.SHUT_WR)
            conn.sock.settimeout(0)
        except OSError:  # it is gone
            self.forget(conn)
            return
        conn.timeout = time.monotonic() + self.cfg.keepalive
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.pass_over, conn))

    def pass_over(self, conn: TConn, client: socket.socket) -> None:
        """Read what a client still sends, for it may miss the answer else."""
        try:
            if client.recv(CHUNK):
                return
        except BlockingIOError:
            return
        except OSError:
            pass
        self.poller.unregister(client)
        self.pending_conns.remove(conn)
        self.forget(conn)

    def forget(self, conn: TConn) -> None:
        """Close a connection that has ended."""
        self.nr_conns -= 1
        conn.close()
