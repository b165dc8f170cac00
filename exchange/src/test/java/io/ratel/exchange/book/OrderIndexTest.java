package io.ratel.exchange.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The index of ids against a hash map. */
class OrderIndexTest {
  @Property(tries = 60)
  void itIsAMapFromIdsToSlots(@ForAll long seed) {
    Random random = new Random(seed);
    Orders orders = new Orders();
    Map<Long, Integer> slots = new HashMap<>();
    List<Long> ids = new ArrayList<>();
    long step = 1L << random.nextInt(40); // ids of a log are multiples of some power of two
    long room = 1 + random.nextInt(3_000);
    for (int i = 0; i < 8_000; i++) {
      if (ids.size() < room && random.nextInt(5) < 3) {
        long id = i * step;
        slots.put(id, orders.add(id, 1, 0, Side.BUY, 1, 1, 1, 0));
        ids.add(id);
      } else if (!ids.isEmpty()) {
        long id = ids.remove(random.nextInt(ids.size()));
        assertThat(orders.find(id)).isEqualTo(slots.get(id));
        orders.remove(slots.remove(id));
        assertThat(orders.find(id)).isEqualTo(Orders.NONE);
      }
    }
    assertThat(orders.size()).isEqualTo(slots.size());
    slots.forEach((id, slot) -> assertThat(orders.find(id)).isEqualTo(slot));
  }
}
