package io.ratel.benchmarks.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** WebSocket frames (RFC 6455, section 5.2), as many of them as a reader needs. */
final class Frames {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;
  private static final int LENGTH_16 = 126;

  private Frames() {}

  /** A frame of a client. Its mask is all zeros, so that the payload stays as it is. */
  static ByteBuffer masked(int opcode, byte[] payload) {
    if (payload.length > 0xffff) {
      throw new IllegalArgumentException("a frame of " + payload.length + " bytes is too long");
    }
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (FIN | opcode));
    if (payload.length < LENGTH_16) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
    }
    frame.put(new byte[MASK_BYTES]).put(payload);
    return frame.flip();
  }

  static ByteBuffer text(String text) {
    return masked(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a complete frame is given to; the payload is only good during the call. */
  interface Sink {
    void frame(int opcode, ByteBuffer payload) throws IOException;
  }

  /**
   * Takes every complete frame of a server from the buffer and leaves the beginning of the next.
   */
  static void take(ByteBuffer buffer, Sink sink) throws IOException {
    while (true) {
      int start = buffer.position();
      int length = payloadLength(buffer);
      if (length < 0 || buffer.remaining() < length) {
        buffer.position(start);
        return;
      }
      int opcode = buffer.get(start) & 0x0f;
      sink.frame(opcode, buffer.slice(buffer.position(), length));
      buffer.position(buffer.position() + length);
    }
  }

  /** Reads a header; -1 while it is not complete. */
  private static int payloadLength(ByteBuffer buffer) throws IOException {
    if (buffer.remaining() < 2) {
      return -1;
    }
    buffer.get();
    int length = buffer.get() & 0xff;
    if (length < LENGTH_16) {
      return length;
    }
    boolean isLong = length > LENGTH_16;
    if (buffer.remaining() < (isLong ? Long.BYTES : Short.BYTES)) {
      return -1;
    }
    long whole = isLong ? buffer.getLong() : buffer.getShort() & 0xffff;
    if (whole > Integer.MAX_VALUE) {
      throw new IOException("a frame of " + whole + " bytes is too long");
    }
    return (int) whole;
  }
}
