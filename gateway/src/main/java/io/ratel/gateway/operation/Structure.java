package io.ratel.gateway.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an object or a list inside of a body becomes a record or a {@link List}, as strictly as the
 * body itself. An error names the place: {@code takeProfit.price}, {@code margins[1].initial}.
 */
final class Structure {
  private final List<Binding.Part> parts;
  private final Optional<Constructor<?>> constructor;

  private Structure(List<Binding.Part> parts, Optional<Constructor<?>> constructor) {
    this.parts = parts;
    this.constructor = constructor;
  }

  static Structure of(Class<?> record) {
    List<Binding.Part> parts = new ArrayList<>();
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      parts.add(Binding.Part.of(components[i], Binding.Source.BODY));
    }
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Structure(parts, Optional.of(constructor));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(record + " is not a record", e);
    }
  }

  /** A list of such elements; the field's rules are those of each. */
  static Structure listOf(Class<?> element, Field field) {
    FieldType form = FieldType.of(element, element, field);
    return new Structure(
        List.of(new Binding.Part("", Binding.Source.BODY, false, field, form)), Optional.empty());
  }

  /** The members of an object, or the one element of a list. */
  List<Binding.Part> parts() {
    return parts;
  }

  /**
   * @param at the place, as an error names it
   * @throws RefusedException 400
   */
  Object read(JsonNode node, String at) {
    return constructor.isPresent() ? object(constructor.get(), node, at) : list(node, at);
  }

  private List<Object> list(JsonNode node, String at) {
    Binding.Part element = parts.getFirst();
    List<Object> values = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      values.add(element.form().read(node.get(i), at + "[" + i + "]", element.field()));
    }
    return List.copyOf(values);
  }

  private Object object(Constructor<?> make, JsonNode node, String at) {
    List<String> known = parts.stream().map(Binding.Part::name).toList();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw RefusedException.value(
            ErrorCode.UNKNOWN_FIELD,
            at + "." + entry.getKey(),
            entry.getValue().toString(),
            "must be one of " + String.join(", ", known));
      }
    }
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      Binding.Part part = parts.get(i);
      String name = at + "." + part.name();
      JsonNode member = node.get(part.name());
      if (member == null && !part.optional()) {
        throw RefusedException.field(ErrorCode.MISSING_FIELD, name, "must be present");
      }
      Object value = member == null ? null : part.form().read(member, name, part.field());
      values[i] = part.optional() ? Optional.ofNullable(value) : value;
    }
    return make(make, values);
  }

  /** Makes a record of bound values. */
  static <Q> Q make(Constructor<Q> constructor, @Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a bound request could not be made", e);
    }
  }
}
