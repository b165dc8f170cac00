package io.ratel.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TokenKeysTest {
  @Test
  void aPairIsTheSameAfterItWasWrittenAndShowsNothingOfItself() throws IOException {
    TokenKeys keys = TokenKeys.generate();
    assertThat(TokenKeys.read(keys.write(), "the text")).isEqualTo(keys);
    assertThat(keys.toString()).isEqualTo("TokenKeys[" + keys.id() + "]");
  }

  @Test
  void aTextThatHoldsSomethingElseIsRefused() {
    assertThatThrownBy(() -> TokenKeys.read("not a key", "the text"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the text does not hold")
        .hasMessageContaining("P-256");
  }
}
