package io.ratel.marketdata;

import io.ratel.model.slot.XxHash64;
import java.nio.charset.StandardCharsets;

/** Remembers the newest ids of a market's trades, to drop those that a venue sends twice. */
final class RecentIds {
  private static final int MAX_IDS = 512;

  private final long[] hashes = new long[MAX_IDS];
  private int size;
  private int next;

  /** Whether the id is new; it is remembered. */
  boolean add(String id) {
    long hash = XxHash64.hash(id.getBytes(StandardCharsets.UTF_8), 0);
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash) {
        return false;
      }
    }
    hashes[next] = hash;
    next = (next + 1) % MAX_IDS;
    size = Math.min(size + 1, MAX_IDS);
    return true;
  }
}
