package io.ratel.benchmarks.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One socket of a {@link Crowd}, and the beginning of a frame that it has not got all of. */
final class Reader {
  private static final byte[] NOTHING = {};
  private static final String SWITCHED = "HTTP/1.1 101";

  final SocketChannel channel;
  private final Crowd.Ear ear;
  private byte[] rest = NOTHING;
  private boolean upgraded;

  /** For the measurement: whether it has what is being waited for. */
  boolean served;

  Reader(SocketChannel channel, Crowd.Ear ear) {
    this.channel = channel;
    this.ear = ear;
  }

  /** Says something; it is so little that the socket always takes it. */
  void say(ByteBuffer frame) throws IOException {
    channel.write(frame);
    if (frame.hasRemaining()) {
      throw new IOException("a reader's socket did not take " + frame.remaining() + " bytes");
    }
  }

  /**
   * Reads what has come.
   *
   * @param buffer to read with, of everyone
   * @return whether it has become a WebSocket by that
   */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear().put(rest);
    if (channel.read(buffer) < 0) {
      throw new EOFException("the server closed a socket");
    }
    buffer.flip();
    boolean opened = !upgraded && upgrade(buffer);
    if (upgraded) {
      Frames.take(buffer, this::heard);
    }
    keep(buffer);
    return opened;
  }

  private boolean upgrade(ByteBuffer buffer) throws IOException {
    String head = StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!head.startsWith(SWITCHED)) {
      throw new IOException("a socket was refused: " + head.lines().findFirst().orElse(""));
    }
    buffer.position(buffer.position() + end + 4);
    upgraded = true;
    return true;
  }

  private void heard(int opcode, ByteBuffer payload) throws IOException {
    switch (opcode) {
      case Frames.TEXT -> ear.text(this, payload);
      case Frames.PING -> say(Frames.masked(Frames.PONG, NOTHING));
      case Frames.CLOSE -> throw new EOFException("the server says goodbye to a socket");
      default -> {}
    }
  }

  private void keep(ByteBuffer buffer) throws IOException {
    if (buffer.remaining() == buffer.capacity()) {
      throw new IOException("a frame is longer than " + buffer.capacity() + " bytes");
    }
    rest = buffer.hasRemaining() ? new byte[buffer.remaining()] : NOTHING;
    buffer.get(rest);
  }
}
