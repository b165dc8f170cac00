package io.ratel.quant.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Fields;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a function as a client does: JSON in, presets filled in. */
public final class Asking {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Asking() {}

  public static QuantFunction<?, ?> named(List<QuantFunction<?, ?>> functions, String name) {
    return functions.stream()
        .filter(each -> (each.area() + "/" + each.name()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The figures, as JSON; NaN is the text NaN. */
  public static JsonNode figures(QuantFunction<?, ?> function, String question) {
    return JSON.valueToTree(ask(function, question));
  }

  public static <Q extends Record, R extends Record> R ask(
      QuantFunction<Q, R> function, String question) {
    return function
        .answer(
            function.question().cast(record(function.question(), tree(question))), Progress.NONE)
        .figures();
  }

  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Record record(Class<?> type, JsonNode given) {
    Fields fields = Fields.of(type);
    List<Fields.Entry> entries = fields.entries();
    @Nullable Object[] values = new Object[entries.size()];
    for (int i = 0; i < values.length; i++) {
      Fields.Entry entry = entries.get(i);
      JsonNode node = given.get(entry.name());
      if (node == null || node.isNull()) {
        if (!entry.mayBeLeftOut()) {
          throw new IllegalArgumentException(entry.name() + " is left out");
        }
        values[i] =
            entry.rules().preset().isEmpty()
                ? Optional.empty()
                : preset(entry.type(), entry.rules().preset());
      } else {
        Object value = entry.list() ? list(entry.type(), node) : value(entry.type(), node);
        values[i] = entry.optional() ? Optional.of(value) : value;
      }
    }
    return fields.make(values);
  }

  private static Object preset(Class<?> type, String text) {
    boolean word = type == String.class || type.isEnum() || type == LocalDate.class;
    return value(type, word ? JSON.getNodeFactory().textNode(text) : tree(text));
  }

  private static List<Object> list(Class<?> type, JsonNode node) {
    List<Object> list = new ArrayList<>();
    node.forEach(each -> list.add(value(type, each)));
    return list;
  }

  private static Object value(Class<?> type, JsonNode node) {
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (constant instanceof Choice choice
            && plain(choice.label()).equals(plain(node.asText()))) {
          return constant;
        }
      }
      throw new IllegalArgumentException(node + " is no " + type.getSimpleName());
    }
    if (type == double.class || type == Double.class) {
      return node.isNull() ? Double.NaN : node.asDouble();
    } else if (type == int.class || type == Integer.class) {
      return node.asInt();
    } else if (type == boolean.class || type == Boolean.class) {
      return node.asBoolean();
    } else if (type == String.class) {
      return node.asText();
    } else if (type == LocalDate.class) {
      return LocalDate.parse(node.asText());
    } else if (type == double[].class) {
      double[] numbers = new double[node.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = node.get(i).isNull() ? Double.NaN : node.get(i).asDouble();
      }
      return numbers;
    } else if (type == double[][].class) {
      double[][] rows = new double[node.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (double[]) value(double[].class, node.get(i));
      }
      return rows;
    }
    return record(type, node);
  }

  private static String plain(String label) {
    return label.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  public static String json(double[][] rows) {
    return java.util.Arrays.deepToString(rows);
  }

  public static double[][] matrix(JsonNode rows) {
    return (double[][]) value(double[][].class, rows);
  }
}
