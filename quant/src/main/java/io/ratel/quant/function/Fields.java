package io.ratel.quant.function;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The components of a question's record: what each may be. A component is a {@code double}, {@code
 * int}, {@code boolean}, an enum that is a {@link Choice}, a {@code LocalDate}, a {@code String}, a
 * {@code double[]}, a {@code double[][]}, a record of such, a {@code List} of one of these, or an
 * {@code Optional} of any.
 */
public final class Fields {
  private static final ClassValue<Fields> KNOWN =
      new ClassValue<>() {
        @Override
        protected Fields computeValue(Class<?> type) {
          return new Fields(type);
        }
      };
  private static final Set<Class<?>> PLAIN =
      Set.of(
          double.class,
          Double.class,
          int.class,
          Integer.class,
          boolean.class,
          Boolean.class,
          String.class,
          LocalDate.class,
          double[].class,
          double[][].class);

  /**
   * One component.
   *
   * @param type of the value itself, or of a list's elements
   */
  public record Entry(
      String name,
      Class<?> type,
      boolean list,
      boolean optional,
      Argument rules,
      RecordComponent component) {
    /** Whether a question without it can be answered. */
    public boolean mayBeLeftOut() {
      return optional || !rules.preset().isEmpty();
    }

    Object value(Record holder) {
      try {
        return component.getAccessor().invoke(holder);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a question's " + name + " could not be read", e);
      }
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Constructor<?> constructor;

  private Fields(Class<?> record) {
    if (!record.isRecord()) {
      throw new IllegalArgumentException(record + " is not a record");
    }
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      components[i].getAccessor().setAccessible(true);
      entries.add(entry(record, components[i]));
    }
    try {
      constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(record + " is not a record", e);
    }
  }

  private static Entry entry(Class<?> record, RecordComponent component) {
    Argument rules = component.getAnnotation(Argument.class);
    if (rules == null) {
      throw new IllegalArgumentException(
          record.getSimpleName() + "." + component.getName() + " has no @Argument");
    }
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    if (optional) {
      type = ((ParameterizedType) type).getActualTypeArguments()[0];
    }
    boolean list = type instanceof ParameterizedType of && of.getRawType() == List.class;
    if (list) {
      type = ((ParameterizedType) type).getActualTypeArguments()[0];
    }
    Class<?> plain = (Class<?>) type;
    boolean choice = plain.isEnum() && Choice.class.isAssignableFrom(plain);
    if (!PLAIN.contains(plain) && !choice && !plain.isRecord()) {
      throw new IllegalArgumentException(
          record.getSimpleName() + "." + component.getName() + " cannot be a " + plain);
    }
    return new Entry(component.getName(), plain, list, optional, rules, component);
  }

  public static Fields of(Class<?> record) {
    return KNOWN.get(record);
  }

  /** In the order of the record. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Makes the record.
   *
   * @param values by the order of the components, each of its component's own type
   * @throws InvalidArgumentException when the record refuses them
   */
  public Record make(@Nullable Object[] values) {
    try {
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("a question could not be made", e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("a question could not be made", e);
    }
  }

  /**
   * Checks every number and length against its rules.
   *
   * @param at what stands before the names in messages
   * @throws InvalidArgumentException
   */
  void check(Record question, String at) {
    for (Entry entry : entries) {
      Object value = entry.value(question);
      if (value instanceof Optional<?> maybe) {
        maybe.ifPresent(inner -> check(entry, inner, at + entry.name()));
      } else {
        check(entry, value, at + entry.name());
      }
    }
  }

  private static void check(Entry entry, Object value, String at) {
    Argument rules = entry.rules();
    switch (value) {
      case Double number -> number(number, rules, at);
      case Integer number -> number(number, rules, at);
      case double[] row -> {
        length(row.length, row.length, rules, at);
        row(row, rules, at);
      }
      case double[][] rows -> {
        long size = 0;
        for (double[] row : rows) {
          size += row.length;
        }
        length(rows.length, size, rules, at);
        for (int i = 0; i < rows.length; i++) {
          if (rows[i].length != rows[0].length) {
            throw new InvalidArgumentException(
                at + "[" + i + "]",
                rows[i].length + " numbers",
                "must be as long as the first row, " + rows[0].length);
          }
          row(rows[i], rules, at + "[" + i + "]");
        }
      }
      case List<?> list -> {
        length(list.size(), list.size(), rules, at);
        for (int i = 0; i < list.size(); i++) {
          check(entry, list.get(i), at + "[" + i + "]");
        }
      }
      case Record inner -> of(inner.getClass()).check(inner, at + ".");
      default -> {}
    }
  }

  private static void length(int length, long size, Argument rules, String at) {
    if (length < rules.least()) {
      throw new InvalidArgumentException(
          at, Integer.toString(length), "must have at least " + rules.least() + " elements");
    }
    if (size > rules.most()) {
      throw new InvalidArgumentException(
          at, Long.toString(size), "must have at most " + rules.most() + " elements");
    }
  }

  private static void row(double[] row, Argument rules, String at) {
    for (int i = 0; i < row.length; i++) {
      if (!(within(row[i], rules) || (rules.missing() && Double.isNaN(row[i])))) {
        number(row[i], rules, at + "[" + i + "]");
      }
    }
  }

  private static boolean within(double number, Argument rules) {
    return Math.abs(number) <= Double.MAX_VALUE
        && number >= rules.min()
        && number > rules.above()
        && number <= rules.max()
        && number < rules.below();
  }

  private static void number(double number, Argument rules, String at) {
    if (!within(number, rules)) {
      throw new InvalidArgumentException(at, Double.toString(number), rule(rules));
    }
  }

  /** The bounds of a number, in words. */
  public static String rule(Argument rules) {
    List<String> bounds = new ArrayList<>();
    bound(bounds, "at least ", rules.min());
    bound(bounds, "above ", rules.above());
    bound(bounds, "at most ", rules.max());
    bound(bounds, "below ", rules.below());
    return "must be a finite number" + (bounds.isEmpty() ? "" : " " + String.join(" and ", bounds));
  }

  private static void bound(List<String> bounds, String word, double bound) {
    if (Double.isFinite(bound)) {
      boolean whole = bound == Math.rint(bound) && Math.abs(bound) < 1e15;
      bounds.add(word + (whole ? Long.toString((long) bound) : Double.toString(bound)));
    }
  }
}
