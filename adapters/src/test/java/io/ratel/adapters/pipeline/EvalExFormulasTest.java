package io.ratel.adapters.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.pipeline.Formula;
import io.ratel.marketdata.pipeline.RefusedRowException;
import io.ratel.marketdata.pipeline.Row;
import io.ratel.marketdata.pipeline.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EvalExFormulasTest {
  private static final Set<String> FIELDS = Set.of("price", "quantity", "side", "big", "bid");
  private static final Row ROW =
      new Row(
          0,
          Map.of(
              "price", Value.of(new BigDecimal("97198.63")),
              "quantity", Value.of(new BigDecimal("0.10432")),
              "side", Value.of("buy"),
              "big", new Value.Flag(true)));

  private final EvalExFormulas formulas = new EvalExFormulas();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "price * quantity -> 10139.7610816",
        "price * quantity > 10000 && side == \"buy\" -> true",
        "side == 'sell' || !big -> false",
        "IF(big, price, 0) -> 97198.63",
        "ROUND(price / 3, 2) -> 32399.54",
        "0.1 + 0.2 -> 0.3",
        "STR_UPPER(side) -> BUY",
        "ABS(quantity - 1) -> 0.89568",
        "10 / 4 -> 2.5",
      })
  void aFormulaIsComputedExactly(String text, String value) {
    assertThat(formulas.read(text, FIELDS).of(ROW).text()).isEqualTo(value);
  }

  @Test
  void aFormulaSeesEachRowAnew() {
    Formula twice = formulas.read("price * 2", FIELDS);
    assertThat(twice.of(ROW).text()).isEqualTo("194397.26");
    assertThat(twice.of(new Row(0, Map.of("price", Value.of(BigDecimal.TEN)))).text())
        .isEqualTo("20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"price *", "", "(price", "cost > 1", "RUN(price)", "price[0]"})
  void whatIsNoFormulaOfTheseFieldsIsRefusedWhenItIsRead(String text) {
    assertThatThrownBy(() -> formulas.read(text, FIELDS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnknownFieldIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> formulas.read("cost > price", Set.of("price", "side")))
        .hasMessage("speaks of cost; there are price, side");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"bid > 1|bid is missing", "price / 0|Division by zero", "side * 2|side"})
  void aRowThatAFormulaCannotTakeIsRefused(String text, String why) {
    assertThatThrownBy(() -> formulas.read(text, FIELDS).of(ROW))
        .isInstanceOf(RefusedRowException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aConditionIsTrueOrFalse() {
    assertThat(formulas.read("big", FIELDS).holds(ROW)).isTrue();
    assertThatThrownBy(() -> formulas.read("price", FIELDS).holds(ROW))
        .isInstanceOf(RefusedRowException.class)
        .hasMessageContaining("must be true or false");
  }
}
