package io.ratel.gateway.quant;

import io.ratel.quant.function.Choice;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer's record as JSON has it: labels, dates as text, and null where there is no number. */
final class Figures {
  private Figures() {}

  static Map<String, @Nullable Object> of(Record answer) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    for (RecordComponent component : answer.getClass().getRecordComponents()) {
      Object value = value(component, answer);
      if (!(value instanceof Optional<?> maybe && maybe.isEmpty())) {
        figures.put(component.getName(), wire(value));
      }
    }
    return figures;
  }

  private static Object value(RecordComponent component, Record answer) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(answer);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " could not be read", e);
    }
  }

  private static @Nullable Object wire(Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number) ? number : null;
      case double[] numbers -> new Numbers(numbers);
      case double[][] rows -> Arrays.stream(rows).map(Numbers::new).toList();
      case Optional<?> maybe -> wire(maybe.orElseThrow());
      case List<?> list -> list.stream().map(Figures::wire).toList();
      case Choice choice -> choice.label();
      case LocalDate date -> date.toString();
      case Record inner -> of(inner);
      default -> value;
    };
  }
}
