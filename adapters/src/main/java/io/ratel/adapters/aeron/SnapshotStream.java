package io.ratel.adapters.aeron;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.ImageFragmentAssembler;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.Snapshot;
import io.ratel.model.slot.XxHash64;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.MutableInteger;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A snapshot as messages: the first holds its length and hash, the others its bytes. A snapshot
 * that does not hash to what it says is refused.
 */
final class SnapshotStream {
  private static final int HEADER_LENGTH = 16;
  private static final int CHUNK = 64 * 1024;

  private SnapshotStream() {}

  static void write(Exchange exchange, ExclusivePublication to, IdleStrategy idle) {
    ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(1 << 20);
    int length = Snapshot.write(exchange, bytes);
    UnsafeBuffer header = new UnsafeBuffer(new byte[HEADER_LENGTH]);
    header.putLong(0, length);
    header.putLong(8, XxHash64.hash(bytes.byteArray(), 0, length, 0));
    offer(to, header, 0, HEADER_LENGTH, idle);
    for (int at = 0; at < length; at += CHUNK) {
      offer(to, bytes, at, Math.min(CHUNK, length - at), idle);
    }
  }

  private static void offer(
      ExclusivePublication to,
      org.agrona.DirectBuffer buffer,
      int offset,
      int length,
      IdleStrategy idle) {
    long result;
    while ((result = to.offer(buffer, offset, length)) < 0) {
      if (result == ExclusivePublication.CLOSED
          || result == ExclusivePublication.MAX_POSITION_EXCEEDED) {
        throw new LogException("the snapshot could not be written, code " + result);
      }
      idle.idle();
    }
  }

  static Exchange read(Image from, IdleStrategy idle) {
    ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(1 << 20);
    UnsafeBuffer header = new UnsafeBuffer(new byte[HEADER_LENGTH]);
    MutableInteger read = new MutableInteger(-1);
    ImageFragmentAssembler assembler =
        new ImageFragmentAssembler(
            (buffer, offset, length, frame) -> {
              if (read.get() < 0) {
                header.putBytes(0, buffer, offset, HEADER_LENGTH);
                read.set(0);
              } else {
                bytes.putBytes(read.get(), buffer, offset, length);
                read.addAndGet(length);
              }
            });
    while (read.get() < 0 || read.get() < header.getLong(0)) {
      int fragments = from.poll(assembler, 64);
      if (fragments == 0 && (from.isClosed() || from.isEndOfStream())) {
        throw new LogException("the snapshot ends after " + Math.max(0, read.get()) + " bytes");
      }
      idle.idle(fragments);
    }
    int length = (int) header.getLong(0);
    if (XxHash64.hash(bytes.byteArray(), 0, length, 0) != header.getLong(8)) {
      throw new LogException("the snapshot is damaged: its bytes do not hash to what it says");
    }
    return Snapshot.read(bytes, 0, length);
  }
}
