package io.ratel.quant.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Fields;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a function as a client does: with JSON, presets for what is left out. */
public final class Asked {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Asked() {}

  /** The answer's record; single quotes stand for double ones. */
  public static Record answer(List<QuantFunction<?, ?>> functions, String name, String json) {
    for (QuantFunction<?, ?> function : functions) {
      if (name.equals(function.area() + "/" + function.name())) {
        return answer(function, json);
      }
    }
    throw new AssertionError("there is no " + name);
  }

  private static <Q extends Record, R extends Record> R answer(
      QuantFunction<Q, R> function, String json) {
    Q question = function.question().cast(record(function.question(), tree(json)));
    return function.answer(question, Progress.NONE).figures();
  }

  /** One figure of the answer, by its path, such as {@code cashFlows[1].amount}. */
  public static double number(
      List<QuantFunction<?, ?>> functions, String name, String json, String path) {
    return ((Number) figure(answer(functions, name, json), path)).doubleValue();
  }

  public static Object figure(Object answer, String path) {
    Object at = answer;
    for (String step : path.split("[.\\[\\]]+")) {
      at = step(at, step);
    }
    return at;
  }

  private static Object step(Object at, String step) {
    return switch (at) {
      case List<?> list -> list.get(Integer.parseInt(step));
      case double[] row -> row[Integer.parseInt(step)];
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          if (component.getName().equals(step)) {
            try {
              component.getAccessor().setAccessible(true);
              yield component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
              throw new AssertionError(e);
            }
          }
        }
        throw new AssertionError(record + " has no " + step);
      }
      default -> throw new AssertionError(at + " has no " + step);
    };
  }

  public static void refuses(
      List<QuantFunction<?, ?>> functions, String name, String json, String field, String rule) {
    assertThatThrownBy(() -> answer(functions, name, json))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.rule()).startsWith("must").contains(rule);
            });
  }

  /** Each function's example gives the printed figures, to half a unit of their last digits. */
  public static void examplesAreReproduced(List<QuantFunction<?, ?>> functions) {
    for (QuantFunction<?, ?> function : functions) {
      Record answer = answer(function, function.example().question());
      JsonNode figures = tree(function.example().figures());
      assertThat(figures.isEmpty()).as(function.name()).isFalse();
      for (Iterator<String> names = figures.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        compare(function.name() + " " + name, figure(answer, name), figures.get(name));
      }
    }
  }

  private static void compare(String what, Object ours, JsonNode printed) {
    if (printed.isArray()) {
      for (int i = 0; i < printed.size(); i++) {
        compare(what + "[" + i + "]", step(ours, Integer.toString(i)), printed.get(i));
      }
    } else if (printed.isNumber()) {
      BigDecimal digits = printed.decimalValue();
      double half = 0.5 * Math.pow(10, -digits.scale()) * (1 + 1e-9);
      assertThat(Math.abs(((Number) ours).doubleValue() - digits.doubleValue()))
          .as(what + " is " + ours + ", printed " + digits)
          .isLessThanOrEqualTo(half);
    } else {
      assertThat(ours.toString()).as(what).isEqualTo(printed.asText());
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readerFor(JsonNode.class)
          .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private static Record record(Class<?> type, JsonNode node) {
    List<String> unknown = new ArrayList<>();
    node.fieldNames().forEachRemaining(unknown::add);
    Fields fields = Fields.of(type);
    @Nullable Object[] values = new Object[fields.entries().size()];
    int i = 0;
    for (Fields.Entry entry : fields.entries()) {
      unknown.remove(entry.name());
      JsonNode given = node.get(entry.name());
      if (given == null && !entry.rules().preset().isEmpty()) {
        given = preset(entry);
      }
      if (given == null && !entry.optional()) {
        throw new InvalidArgumentException(entry.name(), "", "must be given");
      }
      Object value = given == null ? null : value(entry, given);
      values[i++] = entry.optional() ? Optional.ofNullable(value) : value;
    }
    assertThat(unknown).as("unknown fields").isEmpty();
    return fields.make(values);
  }

  private static JsonNode preset(Fields.Entry entry) {
    String text = entry.rules().preset();
    boolean number = entry.type() == double.class || entry.type() == int.class;
    return number ? DoubleNode.valueOf(Double.parseDouble(text)) : TextNode.valueOf(text);
  }

  private static Object value(Fields.Entry entry, JsonNode node) {
    if (entry.list()) {
      List<Object> all = new ArrayList<>();
      node.forEach(each -> all.add(single(entry.type(), each)));
      return all;
    }
    return single(entry.type(), node);
  }

  private static Object single(Class<?> type, JsonNode node) {
    if (type == double.class || type == Double.class) {
      return node.asDouble();
    }
    if (type == int.class || type == Integer.class) {
      return node.asInt();
    }
    if (type == boolean.class || type == Boolean.class) {
      return node.asBoolean();
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(node.asText());
    }
    if (type == double[].class) {
      double[] row = new double[node.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = node.get(i).isNull() ? Double.NaN : node.get(i).asDouble();
      }
      return row;
    }
    if (type.isEnum()) {
      return choice(type, node.asText());
    }
    return type.isRecord() ? record(type, node) : node.asText();
  }

  private static Object choice(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (plain(((Choice) constant).label()).equals(plain(text))) {
        return constant;
      }
    }
    throw new AssertionError(text + " is none of " + type.getSimpleName());
  }

  private static String plain(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
