package io.ratel.exchange.book;

/**
 * From an order's id to its slot: open addressing with linear probing, at most half full. A place
 * holds half of the id's hash beside the slot, so that probing and removal stay within the table
 * and only the order that is looked for is touched in the slab.
 */
final class OrderIndex {
  /** 2^64 divided by the golden ratio: consecutive ids land far from each other. */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private static final long EMPTY = 0;
  private static final int FIRST_BITS = 11;

  private final Orders orders;
  private long[] table = new long[1 << FIRST_BITS]; // hash in the high half, slot + 1 in the low
  private int shift = Integer.SIZE - FIRST_BITS;
  private int size;

  OrderIndex(Orders orders) {
    this.orders = orders;
  }

  int size() {
    return size;
  }

  private static int hash(long id) {
    return (int) (id * GOLDEN >>> 32);
  }

  /** The slot of an order, {@link Orders#NONE} when there is none of this id. */
  int find(long id) {
    long[] places = table;
    int hash = hash(id);
    int last = places.length - 1;
    int at = hash >>> shift;
    while (true) {
      long place = places[at & last];
      if (place == EMPTY) {
        return Orders.NONE;
      }
      if ((int) (place >>> 32) == hash && orders.id((int) place - 1) == id) {
        return (int) place - 1;
      }
      at++;
    }
  }

  /** Adds an id that is not there. */
  void add(long id, int slot) {
    if (++size > table.length >> 1) {
      grow();
    }
    int hash = hash(id);
    put(table, hash >>> shift, (long) hash << 32 | slot + 1);
  }

  private static void put(long[] places, int home, long place) {
    int last = places.length - 1;
    int at = home;
    while (places[at & last] != EMPTY) {
      at++;
    }
    places[at & last] = place;
  }

  private void grow() {
    long[] grown = new long[table.length * 2];
    shift--;
    for (long place : table) {
      if (place != EMPTY) {
        put(grown, (int) (place >>> 32) >>> shift, place);
      }
    }
    table = grown;
  }

  /** Removes an id that is there; those behind it that it had pushed on move up. */
  void remove(long id, int slot) {
    long[] places = table;
    int last = places.length - 1;
    int hash = hash(id);
    int hole = hash >>> shift;
    long gone = (long) hash << 32 | slot + 1;
    while (places[hole] != gone) {
      hole = hole + 1 & last;
    }
    for (int at = hole + 1 & last; places[at] != EMPTY; at = at + 1 & last) {
      int home = (int) (places[at] >>> 32) >>> shift;
      // It may move up unless its home lies behind the hole, around the end of the table.
      if ((at - home & last) >= (at - hole & last)) {
        places[hole] = places[at];
        hole = at;
      }
    }
    places[hole] = EMPTY;
    size--;
  }
}
