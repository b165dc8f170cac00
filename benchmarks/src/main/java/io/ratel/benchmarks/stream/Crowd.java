package io.ratel.benchmarks.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Many WebSockets of one server, served by the thread that calls. Between calls nothing is read.
 * For one thread.
 */
final class Crowd implements AutoCloseable {
  /** Hears a text of the server; one that is longer than a frame is heard by its first. */
  interface Ear {
    void text(Reader reader, ByteBuffer payload) throws IOException;
  }

  /** Whether sockets are read once they have asked for what they want. */
  enum Manners {
    READS,
    /** Never reads, and lets the kernel hold as little as it can. */
    DEAF
  }

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int DEAF_BUFFER_BYTES = 4 << 10;
  private static final long SELECT_MS = 5;

  private final InetSocketAddress server;
  private final Manners manners;
  private final Ear ear;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final byte[] handshake;
  private final List<Reader> readers = new ArrayList<>();
  private Supplier<List<String>> greeting = List::of;
  private int inFlight;
  private int wanted;
  private int connecting;
  private int opened;

  Crowd(InetSocketAddress server, Manners manners, Ear ear) throws IOException {
    this.server = server;
    this.manners = manners;
    this.ear = ear;
    String host = server.getHostString() + ":" + server.getPort();
    this.handshake =
        ("GET /v1/stream HTTP/1.1\r\nHost: "
                + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: cmF0ZWwtYmVuY2htYXJrcw==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  List<Reader> readers() {
    return readers;
  }

  /**
   * Connects so many more and returns when all are WebSockets and have greeted.
   *
   * @param inFlight so many are on their way at once
   * @param greeting the frames that each says first
   */
  void join(int count, int inFlight, Supplier<List<String>> greeting, Duration patience)
      throws IOException {
    this.inFlight = inFlight;
    this.greeting = greeting;
    wanted += count;
    connectMore();
    until(() -> opened == wanted, patience, () -> opened + " of " + wanted + " sockets were open");
  }

  private void connectMore() throws IOException {
    while (opened + connecting < wanted && connecting < inFlight) {
      SocketChannel channel = SocketChannel.open();
      Reader reader = new Reader(channel, ear);
      readers.add(reader);
      connecting++;
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (manners == Manners.DEAF) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, DEAF_BUFFER_BYTES);
      }
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, reader);
      if (channel.connect(server)) {
        connected(key, reader);
      }
    }
  }

  private void connected(SelectionKey key, Reader reader) throws IOException {
    key.interestOps(SelectionKey.OP_READ);
    reader.say(ByteBuffer.wrap(handshake));
  }

  /**
   * Serves the sockets until something is so.
   *
   * @throws IOException when it is not in time, with what is known then, or when a socket breaks
   */
  void until(BooleanSupplier so, Duration patience, Supplier<String> known) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException("after " + patience.toSeconds() + " s " + known.get());
      }
      serve();
    }
  }

  /** Serves the sockets for a while. */
  void during(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      serve();
    }
  }

  private void serve() throws IOException {
    if (Thread.interrupted()) {
      throw new CancellationException("interrupted");
    }
    try {
      selector.select(this::ready, SELECT_MS);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    connectMore();
  }

  private void ready(SelectionKey key) {
    Reader reader = (Reader) key.attachment();
    try {
      if (key.isConnectable()) {
        reader.channel.finishConnect();
        connected(key, reader);
      } else if (reader.read(buffer)) {
        opened++;
        connecting--;
        for (String frame : greeting.get()) {
          reader.say(Frames.text(frame));
        }
        if (manners == Manners.DEAF) {
          key.interestOps(0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Breaks every connection without a goodbye, as a network that goes away does. */
  void drop() throws IOException {
    for (Reader reader : readers) {
      reader.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      reader.channel.close();
    }
    selector.selectNow();
    readers.clear();
    wanted = 0;
    connecting = 0;
    opened = 0;
  }

  @Override
  public void close() throws IOException {
    drop();
    selector.close();
  }
}
