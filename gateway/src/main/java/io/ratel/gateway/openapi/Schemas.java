package io.ratel.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.Labels;
import io.ratel.gateway.quant.Numbers;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records, collected by name while they are referred to. */
final class Schemas {
  private final Map<String, Object> components = new TreeMap<>();
  private final Map<String, Class<?>> records = new HashMap<>();

  Map<String, Object> components() {
    return components;
  }

  /** A reference to the schema of a response record. */
  Map<String, Object> reference(Class<?> record) {
    String name = name(record);
    if (records.putIfAbsent(name, record) instanceof Class<?> other && other != record) {
      throw new IllegalStateException(record + " and " + other + " are both called " + name);
    }
    if (!components.containsKey(name)) {
      components.put(name, Map.of());
      components.put(name, ofRecord(record));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /** The schema of a page of such records. */
  Map<String, Object> list(Class<?> item) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("items", Map.of("type", "array", "items", reference(item)));
    properties.put("next", Map.of("type", List.of("string", "null")));
    return object(properties, List.of("items", "next"));
  }

  /** The schema of the part of a request that is its body. */
  static Map<String, Object> body(List<Binding.Part> parts) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Binding.Part part : parts) {
      properties.put(part.name(), ofPart(part));
      if (!part.optional()) {
        required.add(part.name());
      }
    }
    Map<String, Object> schema = object(properties, required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The schema of one component of a request. */
  static Map<String, Object> ofPart(Binding.Part part) {
    if (part.isOpen() || part.type() == JsonNode.class) {
      return open(part);
    }
    Map<String, Object> schema =
        part.jsonType().equals("object") ? body(part.members()) : new LinkedHashMap<>();
    schema.put("type", part.jsonType());
    if (part.type() == Integer.class) {
      schema.put("minimum", part.field().min());
      schema.put("maximum", part.field().max());
    } else if (part.jsonType().equals("array")) {
      schema.put("items", ofPart(part.members().getFirst()));
    } else if (part.type() == Instant.class) {
      schema.put("format", "date-time");
    } else if (part.type() == Decimal.class) {
      schema.put("format", "decimal");
    } else if (part.type().isEnum()) {
      schema.put("enum", Labels.all(part.type()));
    } else if (!part.field().pattern().isEmpty()) {
      schema.put("pattern", "^(?:" + part.field().pattern() + ")$");
    }
    if (!part.field().value().isEmpty()) {
      schema.put("description", part.field().value());
    }
    return schema;
  }

  /** Any fields; the description says which. */
  private static Map<String, Object> open(Binding.Part part) {
    Map<String, Object> schema = object(new LinkedHashMap<>(), List.of());
    schema.put("additionalProperties", true);
    schema.put("description", part.field().value());
    return schema;
  }

  private Map<String, Object> ofRecord(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    boolean open = false;
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
        open = true;
        continue;
      }
      AnnotatedType type = component.getAnnotatedType();
      properties.put(component.getName(), ofType(type, component.getGenericType()));
      if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
        names.add(component.getName());
      }
    }
    Map<String, Object> schema = object(properties, names);
    if (open) {
      schema.put("additionalProperties", true);
    }
    return schema;
  }

  private Map<String, Object> ofType(AnnotatedType annotated, Type type) {
    Map<String, Object> schema;
    if (type instanceof ParameterizedType list) {
      AnnotatedType item =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
      schema = new LinkedHashMap<>();
      schema.put("type", "array");
      schema.put("items", ofType(item, list.getActualTypeArguments()[0]));
    } else {
      schema = ofClass((Class<?>) type);
    }
    return annotated.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
  }

  private Map<String, Object> ofClass(Class<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type == JsonNode.class) {
      schema.put("type", "object");
      schema.put("additionalProperties", true);
      return schema;
    } else if (type == Numbers.class) {
      schema.put("type", "array");
      schema.put("items", Map.of("type", List.of("number", "null")));
      return schema;
    } else if (type.isRecord() && type != Decimal.class) {
      return reference(type);
    }
    if (type == boolean.class || type == Boolean.class) {
      schema.put("type", "boolean");
    } else if (type == long.class
        || type == int.class
        || type == Long.class
        || type == Integer.class) {
      schema.put("type", "integer");
      schema.put("format", "int64");
    } else if (type == double.class || type == Double.class) {
      schema.put("type", "number");
    } else {
      schema.put("type", "string");
      format(type).ifPresent(format -> schema.put("format", format));
      if (type.isEnum()) {
        schema.put("enum", Labels.all(type));
      }
    }
    return schema;
  }

  private static Optional<String> format(Class<?> type) {
    if (type == Instant.class) {
      return Optional.of("date-time");
    }
    return type == Decimal.class ? Optional.of("decimal") : Optional.empty();
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Map<String, Object> wider = new LinkedHashMap<>();
    wider.put("anyOf", List.of(schema, Map.of("type", "null")));
    return wider;
  }

  static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static String name(Class<?> record) {
    String name = record.getSimpleName();
    return name.startsWith("Wire") ? name.substring("Wire".length()) : name;
  }
}
