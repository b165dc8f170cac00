package io.ratel.gateway.openapi;

import io.ratel.gateway.operation.Json;
import io.ratel.gateway.quant.QuantResource;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Fields;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A function of the quant room as an operation of its own, with units, bounds and an example. */
final class FunctionSchemas {
  private FunctionSchemas() {}

  /**
   * @param responses of the operation that computes any of them; the success is replaced
   */
  static Map<String, Object> describe(QuantFunction<?, ?> function, Map<String, Object> responses) {
    Map<String, Object> all = new TreeMap<>(responses);
    all.put(
        "200",
        Map.of(
            "description",
            "The figures.",
            "content",
            Map.of("application/json", Map.of("schema", answer(function.answer(), true)))));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("operationId", operationId(function));
    entry.put("summary", function.title());
    entry.put("x-computed-by", QuantResource.COMPUTE);
    entry.put(
        "description",
        "%s%n%nConvention: %s%n%nReference: %s"
            .formatted(function.formula(), function.convention(), function.reference()));
    entry.put("security", List.of(Map.of("token", List.of())));
    QuantFunction.Example example = function.example();
    entry.put(
        "requestBody",
        Map.of(
            "required",
            true,
            "content",
            Map.of(
                "application/json",
                Map.of(
                    "schema",
                    question(function.question()),
                    "examples",
                    Map.of(
                        "published",
                        Map.of(
                            "summary",
                            example.source() + ": " + example.figures(),
                            "value",
                            Json.read(example.question())))))));
    entry.put("responses", all);
    return entry;
  }

  /** The area and the name in camel case. */
  private static String operationId(QuantFunction<?, ?> function) {
    StringBuilder id = new StringBuilder(function.area());
    for (String word : function.name().split("-")) {
      id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return id.toString();
  }

  private static Map<String, Object> question(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Fields.Entry entry : Fields.of(record).entries()) {
      properties.put(entry.name(), field(entry));
      if (!entry.mayBeLeftOut()) {
        required.add(entry.name());
      }
    }
    Map<String, Object> schema = Schemas.object(properties, required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> field(Fields.Entry entry) {
    Argument rules = entry.rules();
    Map<String, Object> schema = ofClass(entry.type(), rules);
    if (entry.list()) {
      schema = array(schema, rules);
    }
    schema.put("description", described(rules.value(), rules.unit()));
    if (!rules.preset().isEmpty()) {
      boolean text = "string".equals(schema.get("type"));
      schema.put("default", text ? rules.preset() : Json.read(rules.preset()));
    }
    return schema;
  }

  private static String described(String meaning, String unit) {
    return unit.isEmpty() ? meaning : meaning + " Unit: " + unit + ".";
  }

  private static Map<String, Object> ofClass(Class<?> type, Argument rules) {
    if (type.isRecord()) {
      return question(type);
    } else if (type == double[].class) {
      return array(number(rules), rules);
    } else if (type == double[][].class) {
      return array(array(number(rules), rules), rules);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type == double.class || type == Double.class) {
      return number(rules);
    } else if (type == int.class || type == Integer.class) {
      schema.putAll(number(rules));
      schema.put("type", "integer");
    } else if (type == boolean.class || type == Boolean.class) {
      schema.put("type", "boolean");
    } else {
      schema.put("type", "string");
      if (type == LocalDate.class) {
        schema.put("format", "date");
      } else if (type.isEnum()) {
        schema.put("enum", Choice.labels(type));
      }
    }
    return schema;
  }

  private static Map<String, Object> array(Map<String, Object> items, Argument rules) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", items);
    schema.put("minItems", rules.least());
    schema.put("maxItems", rules.most());
    return schema;
  }

  private static Map<String, Object> number(Argument rules) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", rules.missing() ? List.of("number", "null") : "number");
    bound(schema, "minimum", rules.min());
    bound(schema, "exclusiveMinimum", rules.above());
    bound(schema, "maximum", rules.max());
    bound(schema, "exclusiveMaximum", rules.below());
    return schema;
  }

  private static void bound(Map<String, Object> schema, String name, double bound) {
    if (Double.isFinite(bound)) {
      schema.put(name, bound);
    }
  }

  private static Map<String, Object> answer(Class<?> record, boolean outermost) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      Map<String, Object> schema = ofAnswer(component.getGenericType());
      Result result = component.getAnnotation(Result.class);
      if (result != null) {
        schema.put("description", described(result.value(), result.unit()));
      }
      properties.put(component.getName(), schema);
      if (component.getType() != Optional.class) {
        required.add(component.getName());
      }
    }
    if (outermost) {
      for (String name : List.of("convention", "inputsHash", "reference")) {
        properties.put(name, new LinkedHashMap<>(Map.of("type", "string")));
        required.add(name);
      }
    }
    return Schemas.object(properties, required);
  }

  private static Map<String, Object> ofAnswer(Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof ParameterizedType of) {
      Map<String, Object> inner = ofAnswer(of.getActualTypeArguments()[0]);
      if (of.getRawType() == Optional.class) {
        return inner;
      }
      schema.put("type", "array");
      schema.put("items", inner);
      return schema;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return answer(plain, false);
    } else if (plain.isArray()) {
      schema.put("type", "array");
      schema.put("items", ofAnswer(plain.getComponentType()));
    } else if (plain == double.class || plain == Double.class) {
      schema.put("type", List.of("number", "null"));
    } else if (plain == int.class || plain == long.class || plain == Integer.class) {
      schema.put("type", "integer");
    } else if (plain == boolean.class || plain == Boolean.class) {
      schema.put("type", "boolean");
    } else {
      schema.put("type", "string");
      if (plain.isEnum()) {
        schema.put("enum", Choice.labels(plain));
      }
    }
    return schema;
  }
}
