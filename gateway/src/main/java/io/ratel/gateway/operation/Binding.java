package io.ratel.gateway.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a request becomes a record. A component that the path names comes from the path, one with a
 * header from that header, every other one from the JSON body of a POST or the query of a GET or
 * DELETE. What the record does not have is refused, and so is what it needs and did not get; an
 * {@code Optional} component may be left out, but null is not a way to leave it out.
 */
public final class Binding<Q extends Record> {
  /** Where a component comes from. */
  public enum Source {
    PATH,
    QUERY,
    HEADER,
    BODY
  }

  /** One component. */
  public record Part(String name, Source source, boolean optional, Field field, FieldType form) {
    public Class<?> type() {
      return form.type();
    }

    static Part of(RecordComponent component, Source source) {
      if (component.getType() == Open.Body.class || component.getType() == Open.Query.class) {
        FieldType form = FieldType.whole(component.getType());
        return new Part(component.getName(), source, true, rules(component), form);
      }
      boolean optional = component.getType() == Optional.class;
      Type declared = component.getGenericType();
      Type inner = optional ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared;
      boolean list = inner instanceof ParameterizedType;
      Class<?> type = (Class<?>) (inner instanceof ParameterizedType of ? of.getRawType() : inner);
      Class<?> element =
          list ? (Class<?>) ((ParameterizedType) inner).getActualTypeArguments()[0] : type;
      Field rules = rules(component);
      String name = source == Source.HEADER ? rules.header() : component.getName();
      return new Part(name, source, optional, rules, FieldType.of(type, element, rules));
    }

    private static Field rules(RecordComponent component) {
      Field field = component.getAnnotation(Field.class);
      return field == null ? Defaults.FIELD : field;
    }

    /** Whether it takes the whole body, or whatever else is in the query. */
    public boolean isOpen() {
      return type() == Open.Body.class || type() == Open.Query.class;
    }

    /** What an object has, or the one form that a list's elements have; else nothing. */
    public List<Part> members() {
      return form.members().map(Structure::parts).orElse(List.of());
    }

    /** The JSON type's name in a schema. */
    public String jsonType() {
      return form.json().label;
    }

    public String rule() {
      return form.rule();
    }
  }

  /**
   * A request taken apart.
   *
   * @param query decoded, each name once
   * @param body empty when there is none
   */
  public record Inputs(
      Map<String, String> path, Map<String, String> query, Headers headers, byte[] body) {}

  /** Headers by name, whatever the case. */
  public interface Headers {
    @Nullable String get(String name);
  }

  private final List<Part> parts = new ArrayList<>();
  private final Constructor<Q> constructor;

  Binding(Class<Q> type, Verb verb, String path) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      parts.add(part(components[i], verb, path));
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is not a record", e);
    }
  }

  private static Part part(RecordComponent component, Verb verb, String path) {
    Field field = component.getAnnotation(Field.class);
    Source source;
    if (path.contains("{" + component.getName() + "}")) {
      source = Source.PATH;
    } else if (field != null && !field.header().isEmpty()) {
      source = Source.HEADER;
    } else {
      source = verb.hasBody() ? Source.BODY : Source.QUERY;
    }
    return Part.of(component, source);
  }

  public List<Part> parts() {
    return List.copyOf(parts);
  }

  public boolean hasBody() {
    return parts.stream().anyMatch(part -> part.source() == Source.BODY);
  }

  /**
   * @throws RefusedException 400, naming field, value and rule
   */
  Q bind(Inputs inputs) {
    boolean bound = parts.stream().anyMatch(p -> p.source() == Source.BODY && !p.isOpen());
    ObjectNode body = bound ? Json.readObject(inputs.body()) : null;
    if (body != null) {
      body.properties().forEach(e -> requireKnown(e.getKey(), e.getValue(), Source.BODY));
    }
    if (parts.stream().noneMatch(part -> part.type() == Open.Query.class)) {
      inputs.query().forEach((name, value) -> requireKnown(name, value, Source.QUERY));
    }
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      if (part.isOpen()) {
        values[i] = open(part, inputs);
        continue;
      }
      Object value = value(part, inputs, body);
      if (value == null && !part.optional()) {
        throw RefusedException.field(ErrorCode.MISSING_FIELD, part.name(), "must be present");
      }
      values[i] = part.optional() ? Optional.ofNullable(value) : value;
    }
    return Structure.make(constructor, values);
  }

  private Object open(Part part, Inputs inputs) {
    if (part.type() == Open.Body.class) {
      return new Open.Body(inputs.body());
    }
    Map<String, String> rest = new TreeMap<>(inputs.query());
    parts.forEach(known -> rest.remove(known.name()));
    return new Open.Query(rest);
  }

  private void requireKnown(String name, Object value, Source source) {
    List<String> known =
        parts.stream().filter(part -> part.source() == source).map(Part::name).toList();
    if (!known.contains(name)) {
      String kind = source == Source.BODY ? "field" : "query parameter";
      String rule =
          known.isEmpty()
              ? "there is no " + kind + " here"
              : "must be one of " + String.join(", ", known);
      throw RefusedException.told(
          ErrorCode.UNKNOWN_FIELD,
          "the " + kind + " '" + name + "' is not known here; " + rule,
          name,
          value.toString(),
          rule);
    }
  }

  private static @Nullable Object value(Part part, Inputs inputs, @Nullable ObjectNode body) {
    if (part.source() == Source.BODY) {
      JsonNode node = body == null ? null : body.get(part.name());
      return node == null ? null : part.form().read(node, part.name(), part.field());
    }
    String text =
        switch (part.source()) {
          case PATH -> inputs.path().get(part.name());
          case HEADER -> inputs.headers().get(part.name());
          default -> inputs.query().get(part.name());
        };
    return text == null ? null : part.form().parse(text, part.name(), part.field());
  }

  /**
   * How an object or a list inside of a body becomes a record or a {@link List}, as strictly as the
   * body itself. An error names the place: {@code takeProfit.price}, {@code margins[1].initial}.
   */
  static final class Structure {
    private final List<Part> parts;
    private final Optional<Constructor<?>> constructor;

    private Structure(List<Part> parts, Optional<Constructor<?>> constructor) {
      this.parts = parts;
      this.constructor = constructor;
    }

    static Structure of(Class<?> record) {
      List<Part> parts = new ArrayList<>();
      RecordComponent[] components = record.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        parts.add(Part.of(components[i], Source.BODY));
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
          List.of(new Part("", Source.BODY, false, field, form)), Optional.empty());
    }

    /** The members of an object, or the one element of a list. */
    List<Part> parts() {
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
      Part element = parts.getFirst();
      List<Object> values = new ArrayList<>(node.size());
      for (int i = 0; i < node.size(); i++) {
        values.add(element.form().read(node.get(i), at + "[" + i + "]", element.field()));
      }
      return List.copyOf(values);
    }

    private Object object(Constructor<?> make, JsonNode node, String at) {
      List<String> known = parts.stream().map(Part::name).toList();
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
        Part part = parts.get(i);
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

  /** Holds the rules of a component that declares none. */
  private record Defaults(@Field String any) {
    static final Field FIELD =
        requireNonNull(Defaults.class.getRecordComponents()[0].getAnnotation(Field.class));
  }
}
