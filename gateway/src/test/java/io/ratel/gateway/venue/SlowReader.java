package io.ratel.gateway.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket client with a small receive buffer that reads only when it is told to. */
public final class SlowReader implements AutoCloseable {
  private static final int TEXT = 1;
  private static final int CONTINUATION = 0;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  public SlowReader(TestVenue venue) throws IOException {
    socket.setReceiveBufferSize(64 << 10);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress("127.0.0.1", venue.port()));
    socket
        .getOutputStream()
        .write(
            ("GET /v1/stream HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    in = new DataInputStream(socket.getInputStream());
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new AssertionError(head.toString());
    }
  }

  public void send(String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    if (payload.length > 125) {
      throw new IllegalArgumentException("too long for a short frame: " + text);
    }
    OutputStream out = socket.getOutputStream();
    out.write(new byte[] {(byte) 0x81, (byte) (0x80 | payload.length), 0, 0, 0, 0});
    out.write(payload);
    out.flush();
  }

  /** The next text message. */
  public JsonNode read() throws IOException {
    StringBuilder message = new StringBuilder();
    while (true) {
      int head = in.readUnsignedByte();
      long length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      byte[] payload = in.readNBytes((int) length);
      int opcode = head & 0x0f;
      if (opcode == TEXT || opcode == CONTINUATION) {
        message.append(new String(payload, StandardCharsets.US_ASCII));
        if ((head & 0x80) != 0) {
          return new ObjectMapper().readTree(message.toString());
        }
      }
    }
  }

  /** Says goodbye and reads until the server has closed the connection. */
  public void hangUp() throws IOException {
    socket
        .getOutputStream()
        .write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 3, (byte) 0xe8});
    in.readAllBytes();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
