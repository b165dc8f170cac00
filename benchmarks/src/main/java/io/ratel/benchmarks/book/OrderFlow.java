package io.ratel.benchmarks.book;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Commands for one book, in columns. A file of them has little-endian records of {@value #RECORD}
 * bytes: command, side (1 is a bid), type, 0; the user in 4 bytes; id, price and size in 8 each. A
 * reduce's size is what to take off; a fill-or-kill's price is the budget of the whole order.
 */
final class OrderFlow {
  static final byte PLACE = 1;
  static final byte CANCEL = 2;
  static final byte MOVE = 3;
  static final byte REDUCE = 4;

  static final byte GTC = 0;
  static final byte IOC = 1;
  static final byte FOK_BUDGET = 2;

  static final int RECORD = 32;

  private byte[] commands = new byte[0];
  private byte[] bids = new byte[0];
  private byte[] types = new byte[0];
  private int[] users = new int[0];
  private long[] ids = new long[0];
  private long[] prices = new long[0];
  private long[] sizes = new long[0];
  private int size;

  /** Reads a file. */
  static OrderFlow read(Path file) throws IOException {
    long length = Files.size(file);
    if (length % RECORD != 0 || length / RECORD > Integer.MAX_VALUE - 8) {
      throw new IOException(
          file + " has " + length + " bytes; it must hold whole records of " + RECORD);
    }
    OrderFlow flow = new OrderFlow();
    flow.grow((int) (length / RECORD));
    byte[] chunk = new byte[RECORD * 4_096];
    ByteBuffer bytes = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.readNBytes(chunk, 0, chunk.length);
          got > 0;
          got = in.readNBytes(chunk, 0, chunk.length)) {
        for (int at = 0; at < got; at += RECORD) {
          flow.add(bytes, at);
        }
      }
    }
    return flow;
  }

  private void add(ByteBuffer bytes, int at) {
    byte command = bytes.get(at);
    byte type = bytes.get(at + 2);
    if (command < PLACE || command > REDUCE || type < GTC || type > FOK_BUDGET) {
      throw new IllegalArgumentException(
          "record " + size + " has command " + command + " and type " + type);
    }
    add(
        command,
        bytes.get(at + 1) == 1,
        type,
        bytes.getInt(at + 4),
        bytes.getLong(at + 8),
        bytes.getLong(at + 16),
        bytes.getLong(at + 24));
  }

  void add(byte command, boolean bid, byte type, int user, long id, long price, long lots) {
    if (size == commands.length) {
      grow(Math.max(1_024, size * 2));
    }
    commands[size] = command;
    bids[size] = (byte) (bid ? 1 : 0);
    types[size] = type;
    users[size] = user;
    ids[size] = id;
    prices[size] = price;
    sizes[size] = lots;
    size++;
  }

  private void grow(int room) {
    commands = Arrays.copyOf(commands, room);
    bids = Arrays.copyOf(bids, room);
    types = Arrays.copyOf(types, room);
    users = Arrays.copyOf(users, room);
    ids = Arrays.copyOf(ids, room);
    prices = Arrays.copyOf(prices, room);
    sizes = Arrays.copyOf(sizes, room);
  }

  int size() {
    return size;
  }

  byte command(int index) {
    return commands[index];
  }

  boolean isBid(int index) {
    return bids[index] != 0;
  }

  byte type(int index) {
    return types[index];
  }

  int user(int index) {
    return users[index];
  }

  long id(int index) {
    return ids[index];
  }

  long price(int index) {
    return prices[index];
  }

  long lots(int index) {
    return sizes[index];
  }
}
