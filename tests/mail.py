"""A mail server that takes letters or refuses them."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class MailServer(socketserver.ThreadingTCPServer):
    """
    SMTP as RFC 5321 has it, as far as one letter needs it.

    `letters` is what was taken; `answer` is what the command of that name is answered,
    where that is not a yes.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.letters: list[EmailMessage] = []
        self.answer: dict[str, str] = {}
        self.before_taking = lambda: None

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self.say("220 mail.test")
        while line := self.rfile.readline().decode().strip():
            command = line.split()[0].upper()
            if refusal := self.server.answer.get(command):
                self.say(refusal)
            elif command == "DATA":
                self.say("354 Go ahead")
                self.take()
            elif command == "QUIT":
                self.say("221 Bye")
                return
            else:
                self.say("250 Ok")

    def take(self) -> None:
        lines = list(iter(self.rfile.readline, b".\r\n"))
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        self.server.before_taking()
        self.server.letters.append(letter)
        self.say("250 Taken")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def serving() -> Iterator[MailServer]:
    """Serve on a free port until the block ends."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.02])
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
