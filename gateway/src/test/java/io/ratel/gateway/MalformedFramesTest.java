package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames against RFC 6455: each ends in an answer or in a close, never in a stuck socket. */
class MalformedFramesTest {
  private static final int WAIT_MS = 5_000;

  /** For tests and properties, which two engines run. */
  private static final TestVenue VENUE =
      new TestVenue(TestVenue.limits(100, 20), true, Optional.empty());

  /** A socket after its handshake, on which anything can be sent. */
  private static Socket upgraded(TestVenue at) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.port());
    socket.setSoTimeout(WAIT_MS);
    socket
        .getOutputStream()
        .write(
            ("GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    assertThat(head.toString()).startsWith("HTTP/1.1 101");
    return socket;
  }

  /** What the server does: {@code text} for a text frame, {@code close CODE}, or {@code end}. */
  private static String reaction(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    try {
      while (true) {
        int first = in.read();
        if (first < 0) {
          return "end";
        }
        int length = in.read();
        if (length == 126) {
          length = in.read() << 8 | in.read();
        }
        byte[] payload = in.readNBytes(length);
        switch (first & 0xf) {
          case 1 -> {
            return "text";
          }
          case 8 -> {
            return payload.length < 2
                ? "close"
                : "close " + ((payload[0] & 0xff) << 8 | (payload[1] & 0xff));
          }
          default -> {} // a ping or pong says nothing
        }
      }
    } catch (SocketTimeoutException e) {
      return "stuck";
    } catch (IOException e) {
      return "end"; // reset
    }
  }

  private static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an unmasked text,                81 02 7b 7d,                           close 1002",
    "a reserved bit,                  c1 82 00 00 00 00 7b 7d,               close 1002",
    "a reserved opcode,               83 82 00 00 00 00 7b 7d,               close 1002",
    "a reserved control opcode,       8b 80 00 00 00 00,                     close 1002",
    "a continuation of nothing,       80 82 00 00 00 00 7b 7d,               close 1002",
    "a text within a text,            01 81 00000000 7b 81 81 00000000 7b,   end",
    "a fragmented ping,               09 81 00 00 00 00 61,                  close 1002",
    "a ping of 126 bytes,             89 fe 00 7e 00 00 00 00,               close 1002",
    "a length with its first bit set, 81 ff ff ff ff ff ff ff ff ff,         close 1002",
    "a close with one byte,           88 81 00 00 00 00 03,                  close 1002",
    "a close with a reserved code,    88 82 00 00 00 00 03 ed,               close 1002",
    "bytes that are no UTF-8,         81 82 00 00 00 00 c3 28,               text",
    "a text of 64 MiB,                81 ff 00 00 00 00 04 00 00 00 00000000, close 1009",
    "binary,                          82 82 00 00 00 00 00 01,               close 1003",
    "an empty text,                   81 80 00 00 00 00,                     text",
  })
  void endsInAnAnswerOrAClose(String what, String hex, String wanted) throws IOException {
    try (Socket socket = upgraded(VENUE)) {
      socket.getOutputStream().write(bytes(hex));
      String reaction = reaction(socket);
      assertThat(reaction).as(what).isEqualTo(wanted);
    }
    stillAnswers(VENUE);
  }

  @Test
  void aHalfFrameHoldsNobodyUpAndNobodyElse() throws IOException {
    try (Socket half = upgraded(VENUE)) {
      half.getOutputStream().write(bytes("81 fe 04 00 00 00"));
      stillAnswers(VENUE);
      half.shutdownOutput();
      assertThat(reaction(half)).isEqualTo("end");
    }
  }

  @Property(tries = 300)
  void noBytesLeaveASocketStuck(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int frames = random.nextInt(4); frames >= 0; frames--) {
      byte[] payload = new byte[random.nextInt(40)];
      random.nextBytes(payload);
      bytes.write(random.nextBoolean() ? random.nextInt(256) : 0x81);
      bytes.write(random.nextInt(8) == 0 ? random.nextInt(256) : 0x80 | payload.length);
      bytes.write(new byte[4]);
      bytes.write(payload);
    }
    // A good frame at the end: whatever came before, it is answered unless the socket closes or
    // an earlier frame's length has swallowed it. Then closing our side must end it.
    bytes.write(bytes("81 8a 00000000"));
    bytes.write("{\"ping\":1}".getBytes(StandardCharsets.US_ASCII));
    try (Socket socket = upgraded(VENUE)) {
      socket.getOutputStream().write(bytes.toByteArray());
      socket.shutdownOutput();
      for (String reaction = reaction(socket);
          !reaction.startsWith("close") && !reaction.equals("end");
          reaction = reaction(socket)) {
        assertThat(reaction).isNotEqualTo("stuck");
      }
    }
  }

  private static void stillAnswers(TestVenue at) {
    try (StreamClient client = new StreamClient(at)) {
      assertThat(client.ask("{\"ping\":1}").get("pong").asInt()).isEqualTo(1);
    }
  }
}
