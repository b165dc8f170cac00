package io.ratel.adapters.pipeline;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import io.ratel.marketdata.pipeline.Formula;
import io.ratel.marketdata.pipeline.Formulas;
import io.ratel.marketdata.pipeline.RefusedRowException;
import io.ratel.marketdata.pipeline.Row;
import io.ratel.marketdata.pipeline.Value;
import java.math.MathContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Formulas as EvalEx reads them, in decimals of 34 digits: arithmetic, comparisons, {@code && ||
 * !}, {@code IF(condition, a, b)}, {@code ROUND}, {@code ABS}, {@code STR_STARTS_WITH} and others
 * (ezylang.github.io/EvalEx).
 */
public final class EvalExFormulas implements Formulas {
  private static final int MAX_LENGTH = 500;

  private static final ExpressionConfiguration FORMS =
      ExpressionConfiguration.builder()
          .mathContext(MathContext.DECIMAL128)
          .arraysAllowed(false)
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          .singleQuoteStringLiteralsAllowed(true)
          .allowOverwriteConstants(true)
          .stripTrailingZeros(false)
          .zoneId(ZoneOffset.UTC)
          .locale(Locale.ROOT)
          .build();

  @Override
  public Formula read(String text, Set<String> fields) {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "must be a formula of at most " + MAX_LENGTH + " characters, was '" + text + "'");
    }
    Expression read = new Expression(text, FORMS);
    List<String> used;
    try {
      read.validate();
      used = new ArrayList<>(read.getUndefinedVariables());
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "must be a formula, was '%s': %s".formatted(text, e.getMessage()), e);
    }
    Set<String> unknown = new TreeSet<>(used);
    unknown.removeAll(fields);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "speaks of %s; there are %s"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(fields))));
    }
    return row -> value(read, used, row);
  }

  private static Value value(Expression read, List<String> used, Row row) {
    try {
      for (String name : used) {
        read.with(
            name,
            switch (row.fields().get(name)) {
              case null -> throw new RefusedRowException(name + " is missing");
              case Value.Decimal(var number) -> number;
              case Value.Text(String text) -> text;
              case Value.Flag(boolean holds) -> holds;
            });
      }
      EvaluationValue value = read.evaluate();
      return switch (value.getDataType()) {
        case NUMBER -> Value.of(value.getNumberValue());
        case BOOLEAN -> new Value.Flag(value.getBooleanValue());
        case STRING -> Value.of(value.getStringValue());
        default ->
            throw new RefusedRowException(
                read.getExpressionString() + " is no number, text or condition");
      };
    } catch (EvaluationException | ParseException | ArithmeticException e) {
      throw new RefusedRowException(read.getExpressionString() + ": " + e.getMessage());
    }
  }
}
