package io.ratel.benchmarks.stream;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A server that sends one message to everyone who subscribed. For one thread. */
interface Broadcaster extends AutoCloseable {
  /**
   * What a server takes of memory, after it has collected its garbage.
   *
   * @param heapBytes what its runtime counts as live
   * @param residentBytes what the kernel counts for the process
   */
  record Memory(long heapBytes, long residentBytes) {}

  InetSocketAddress address();

  /** The topic that the messages are of. */
  String topic();

  /** Does what has to be done before the next message. */
  void prepare() throws IOException;

  /** Causes one message; returns when that is under way. Called from any one thread. */
  void broadcast() throws IOException;

  Memory memory() throws IOException;

  @Override
  void close() throws IOException;
}
