package io.ratel.security.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.identity.Role;
import io.ratel.security.pool.PoolRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the documentation is made from the table, so neither can say something else. */
class PermissionsPageTest {
  private static final Path KEPT = Path.of("..", "docs", "permissions.md");
  private static final String RENEW = "ratel.permissions.renew";

  private static final String HEAD =
      """
      # Who may do what

      Made from the table in `security/permission/Permissions`, which is asked before each
      operation; tests ask every operation as everybody. Columns: without a sign-in; a trader; an
      operator; the group of features an API key needs (– where no key will do); and what a member
      of a pool must be at least to do it to the pool or on its account (– where no member may, and
      for what has nothing to do with pools).

      | operation | anyone | trader | operator | API key | in a pool |
      |---|---|---|---|---|---|
      """;

  private static String row(Rule rule) {
    return "| `%s` | %s | %s | %s | %s | %s |%n"
        .formatted(
            rule.operation(),
            mark(rule.admits(Optional.empty(), Optional.empty())),
            mark(rule.admits(Optional.of(Role.TRADER), Optional.empty())),
            mark(rule.admits(Optional.of(Role.OPERATOR), Optional.empty())),
            rule.feature().map(Feature::label).orElse("–"),
            rule.member().map(PoolRole::name).orElse("–").toLowerCase(Locale.ROOT));
  }

  private static String mark(boolean may) {
    return may ? "✓" : "";
  }

  @Test
  void thePageIsWhatTheTableSays() throws IOException {
    String page =
        HEAD
            + Permissions.all().stream()
                .sorted(Comparator.comparing(Rule::operation))
                .map(PermissionsPageTest::row)
                .collect(Collectors.joining());
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(KEPT, page);
    }
    assertThat(Files.readString(KEPT))
        .as(
            "docs/permissions.md; renew it with ./mvnw -pl security -am test"
                + " -Dtest=PermissionsPageTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                + RENEW
                + "=true")
        .isEqualTo(page);
  }
}
