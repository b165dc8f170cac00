package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.house.MarginVenue;
import io.ratel.exchange.machine.Machine;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/**
 * Changes every number of the machine's state, one at a time. Either the state hash differs, or the
 * machine goes on as if nothing had happened: then the number could not alter an outcome.
 */
class StateHashTest {
  /** Found from others when a snapshot is read: to change one of them is to break the program. */
  private static final Set<String> DERIVED =
      Set.of("OrderIndex", "BookSide", "SlotHeap", "IdLists", "Chain", "RestingLists", "OrderSlab");

  /** Work of the command that is applied, over between two commands; or heads of free lists. */
  private static final Set<String> OF_A_COMMAND =
      Set.of(
          "Ledger.touchedCount",
          "WaitingOrders.firing",
          "Listings.touchedCount",
          "Listing.restless",
          "Listing.margined",
          "Orders.free",
          "Lots.free");

  /** A number of the state and how to reach it. */
  private record Place(Object owner, Field field, int index, String name) {
    static final int NO_INDEX = -1;

    Object get() throws IllegalAccessException {
      Object value = field.get(owner);
      return index == NO_INDEX ? value : Array.get(value, index);
    }

    void change() throws IllegalAccessException {
      Object value = get();
      Object changed =
          switch (value) {
            case Long number -> (Object) (number + 1);
            case Integer number -> number + 1;
            case Boolean flag -> !flag;
            default -> throw new IllegalStateException("cannot change " + name);
          };
      if (index == NO_INDEX) {
        field.set(owner, changed);
      } else {
        Array.set(field.get(owner), index, changed);
      }
    }
  }

  @Test
  void everyNumberThatCouldAlterAnOutcomeIsInTheHash() throws IllegalAccessException {
    MarginVenue venue = StateSample.venue();
    ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
    int length = Snapshot.write(venue.exchange.exchange(), bytes);
    String hash = Snapshot.stateHash(venue.exchange.exchange());
    List<Object> expected = goOn(Snapshot.read(bytes, 0, length), venue.now);
    int places = places(Snapshot.read(bytes, 0, length)).size();
    List<String> missing = new ArrayList<>();
    int inHash = 0;
    for (int i = 0; i < places; i++) {
      Exchange copy = Snapshot.read(bytes, 0, length);
      Place place = places(copy).get(i);
      place.change();
      if (!hash.equals(hashOf(copy))) {
        inHash++;
      } else if (!expected.equals(goOn(copy, venue.now))) {
        missing.add(place.name() + " " + place.index());
      }
    }
    assertThat(missing).as("numbers that alter an outcome and not the hash").isEmpty();
    assertThat(inHash).as("numbers in the hash").isGreaterThan(150);
  }

  private static String hashOf(Exchange copy) {
    try {
      return Snapshot.stateHash(copy);
    } catch (RuntimeException e) {
      return "no snapshot: " + e; // a state that cannot be written is seen too
    }
  }

  /** What the machine makes of some more commands: its events, and where it ends. */
  private static List<Object> goOn(Exchange machine, long now) {
    List<Object> made = new ArrayList<>();
    try {
      LocalExchange exchange = new LocalExchange(machine, (s, t, e) -> made.add(s + " " + e));
      long time = now;
      for (Command command : StateSample.probe()) {
        time += 200_000_000;
        made.add(exchange.submit(command, machine.lastCommandId() + 32, time));
      }
      made.add(Snapshot.stateHash(machine));
    } catch (RuntimeException e) {
      made.add(e.toString());
    }
    return made;
  }

  /** All numbers reachable from the machine, always in the same sequence. */
  private static List<Place> places(Exchange machine) throws IllegalAccessException {
    List<Place> places = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> todo = new ArrayDeque<>(List.of((Object) machine));
    while (!todo.isEmpty()) {
      Object object = todo.removeFirst();
      if (!seen.add(object)) {
        continue;
      }
      if (object instanceof Iterable<?> many && !isOurs(object)) {
        many.forEach(todo::addLast);
        continue;
      }
      for (Class<?> type = object.getClass();
          type != null && type.getName().startsWith("io.ratel.exchange");
          type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          visit(object, type, field, places, todo);
        }
      }
    }
    return places;
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("io.ratel");
  }

  private static void visit(
      Object object, Class<?> type, Field field, List<Place> places, Deque<Object> todo)
      throws IllegalAccessException {
    String name = type.getSimpleName() + "." + field.getName();
    if (Modifier.isStatic(field.getModifiers())
        || DERIVED.contains(type.getSimpleName())
        || OF_A_COMMAND.contains(name)
        || type.isRecord()
        || type.getName().contains(".wire.")) {
      return;
    }
    field.setAccessible(true);
    Object value = field.get(object);
    if (value == null) {
      return;
    }
    if (field.getType().isPrimitive()) {
      if (!Modifier.isFinal(field.getModifiers()) && !(value instanceof Byte)) {
        places.add(new Place(object, field, Place.NO_INDEX, name));
      }
    } else if (value instanceof long[] || value instanceof int[]) {
      for (int i = 0; i < Array.getLength(value); i++) {
        // A row's last word is the handle of its openings, which are in the hash themselves.
        boolean handle = name.equals("Rows.words") && i % 10 == 9;
        if (!handle && ((Number) Array.get(value, i)).longValue() != 0) {
          places.add(new Place(object, field, i, name));
        }
      }
    } else if (isOurs(value) || value instanceof List<?>) {
      todo.addLast(value);
    }
  }

  @Test
  void theSampleHasSomethingOfEverything() {
    MarginVenue venue = StateSample.venue();
    assertThat(venue.events(Event.OrderConditioned.class)).hasSizeGreaterThan(8);
    Machine machine = venue.exchange.exchange().machine();
    assertThat(machine.orders.size()).isGreaterThan(3);
    assertThat(machine.waiting.size()).isGreaterThan(3);
    assertThat(machine.positions.size()).isGreaterThan(2);
  }
}
