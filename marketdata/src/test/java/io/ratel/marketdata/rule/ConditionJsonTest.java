package io.ratel.marketdata.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.load();

  private static Condition read(String text) {
    try {
      return ConditionJson.read(JSON.readTree(text.replace('\'', '"')), "condition", CATALOG);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'above','field':{'name':'last'},'value':100.5}",
        "{'type':'below','field':{'name':'staleness'},'value':5.0}",
        "{'type':'crosses','field':{'name':'bid'},'direction':'up','value':-3.0,'hysteresis':0.5}",
        "{'type':'changes','field':{'name':'ask'},'direction':'either','percent':2.5,"
            + "'withinMs':60000}",
        "{'type':'often','condition':{'type':'above','field':{'name':'volume','interval':'1m'},"
            + "'value':9.0},'times':2,'of':5,'withinMs':60000}",
        "{'type':'sequence','steps':[{'type':'above','field':{'name':'spread'},'value':1.0},"
            + "{'type':'not','condition':{'type':'above','field':{'name':'spread'},'value':1.0}}],"
            + "'withinMs':1000}",
        "{'type':'all','conditions':[{'type':'any','conditions':[{'type':'below','field':"
            + "{'name':'indicator','indicator':'bollinger','output':'upper','interval':'1h',"
            + "'parameters':{'deviations':2.0,'period':10.0}},'value':7.0}]}]}"
      })
  void whatIsWrittenIsReadAsTheSame(String text) throws JsonProcessingException {
    Condition condition = read(text);
    JsonNode written = JSON.readTree(ConditionJson.write(condition).toString());
    assertThat(written).isEqualTo(JSON.readTree(text.replace('\'', '"')));
    assertThat(condition.words()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | condition.type | must be one of above, below",
        "[] | condition | must be an object",
        "{'type':'above','field':{'name':'price'},'value':1} | condition.field.name |"
            + " must be one of bid, ask, last, spread, staleness, volume, indicator",
        "{'type':'above','field':{'name':'last'}} | condition.value | must be a number",
        "{'type':'above','field':{'name':'last'},'value':'1e5'} | condition.value | must be a",
        "{'type':'above','field':{'name':'last'},'value':1,'x':1} | condition.x | is not known",
        "{'type':'changes','field':{'name':'last'},'percent':0,'withinMs':1} |"
            + " condition.percent | must be a number from",
        "{'type':'changes','field':{'name':'last'},'percent':1,'withinMs':604800001} |"
            + " condition.withinMs | must be a number from 1 to 604800000",
        "{'type':'all','conditions':[]} | condition.conditions | must be a list of 1 to 16",
        "{'type':'often','condition':{},'times':3,'of':2,'withinMs':5} | condition.times |"
            + " must be a number from 1 to 2",
        "{'type':'any','conditions':[{'type':'nor'}]} | condition.conditions[0].type | must be one",
        "{'type':'above','field':{'name':'volume','interval':'2m'},'value':1} |"
            + " condition.field.interval | must be one of 1s, 5s, 15s, 30s, 1m",
        "{'type':'above','field':{'name':'indicator','indicator':'no','interval':'1m'},'value':1}"
            + " | condition.field.indicator | must be one listed at /v1/quant",
        "{'type':'above','field':{'name':'indicator','indicator':'sma','interval':'1m',"
            + "'parameters':{'period':0}},'value':1} | condition.field.parameters.period |"
            + " must be a whole number from 1 to 10000"
      })
  void namesThePlaceTheValueAndTheRule(String text, String field, String rule) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).contains(rule);
            });
  }

  @Test
  void isNeitherDeepNorWideWithoutBound() {
    String inner = "{'type':'above','field':{'name':'last'},'value':1}";
    String deep = "{'type':'not','condition':".repeat(6) + inner + "}".repeat(6);
    assertThatThrownBy(() -> read(deep)).hasMessageContaining("must be at most 6 deep");
    String row = "{'type':'any','conditions':[" + (inner + ",").repeat(11) + inner + "]}";
    String wide = "{'type':'all','conditions':[" + row + "," + row + "," + row + "]}";
    assertThatThrownBy(() -> read(wide)).hasMessageContaining("must have at most 32 parts");
  }
}
