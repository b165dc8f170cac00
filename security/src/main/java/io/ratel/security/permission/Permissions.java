package io.ratel.security.permission;

import static io.ratel.security.permission.Audience.ANYONE;
import static io.ratel.security.permission.Audience.OPERATOR;
import static io.ratel.security.permission.Audience.SIGNED_IN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table. */
public final class Permissions {
  private static final List<Rule> RULES =
      Stream.of(
              keyless(ANYONE, "signIn", "renewSession", "mintInner", "listKeys", "openApi", "docs"),
              keyless(ANYONE, "proveFactor", "signInWithPasskey", "askForPasskey", "getSignIn"),
              keyless(ANYONE, "beginGoogle", "endGoogle", "takeSession"),
              keyless(ANYONE, "signInWithTelegram", "register"),
              keyless(ANYONE, "health", "readiness", "metrics", "listErrors", "stream"),
              rules(ANYONE, Feature.MARKETS, "listInstruments", "getInstrument", "getBook"),
              rules(ANYONE, Feature.MARKETS, "listTrades", "listBars", "listEvents", "getQuote"),
              rules(ANYONE, Feature.MARKETS, "listFeeds"),
              keyless(SIGNED_IN, "signOut", "signOutEverywhere", "mintDanger", "mintStream"),
              keyless(SIGNED_IN, "listSessions", "endSession", "getFactors", "beginTotp"),
              keyless(SIGNED_IN, "confirmTotp", "renewRecoveryCodes", "removeTotp"),
              keyless(SIGNED_IN, "askForNewPasskey", "addPasskey", "listPasskeys"),
              keyless(SIGNED_IN, "renamePasskey", "deletePasskey", "deleteMe"),
              keyless(SIGNED_IN, "listIdentities", "linkGoogle", "linkTelegram"),
              keyless(SIGNED_IN, "unlinkIdentity"),
              keyless(SIGNED_IN, "createApiKey", "listApiKeys", "deleteApiKey", "rotateApiKey"),
              rules(SIGNED_IN, Feature.TRADING, "getMe", "listAccounts", "openAccount"),
              rules(SIGNED_IN, Feature.TRADING, "getAccount", "configureAccount", "listEquity"),
              rules(SIGNED_IN, Feature.TRADING, "getLimits", "setLimits", "listMargin"),
              rules(SIGNED_IN, Feature.TRADING, "listBalances", "listPositions", "listFills"),
              rules(SIGNED_IN, Feature.TRADING, "placeOrder", "listOrders", "getOrder"),
              rules(SIGNED_IN, Feature.TRADING, "replaceOrder", "cancelOrder", "cancelOrders"),
              rules(SIGNED_IN, Feature.TRADING, "cancelAllAfter", "listAccountEvents"),
              rules(SIGNED_IN, Feature.TRADING, "reportTrades"),
              rules(SIGNED_IN, Feature.VAULTS, "deposit", "withdraw", "transfer"),
              rules(SIGNED_IN, Feature.POOLS, "moveUnits"),
              keyless(OPERATOR, "raiseBarrier", "listUsers", "createUser", "setUserState"),
              keyless(OPERATOR, "setUserRole", "setLicense", "resetFactors"),
              keyless(OPERATOR, "createServiceKey", "deleteUser", "getDeletion"),
              rules(OPERATOR, Feature.NODES, "setCalendar", "applyCorporateAction", "fund"),
              rules(OPERATOR, Feature.NODES, "mark", "settle", "setState", "setTerms"),
              rules(OPERATOR, Feature.NODES, "setKillSwitch", "reconcile"),
              rules(OPERATOR, Feature.NODES, "listAsset", "listInstrument"))
          .flatMap(rule -> rule)
          .toList();

  private static final Map<String, Rule> BY_OPERATION =
      RULES.stream().collect(Collectors.toMap(Rule::operation, Function.identity()));

  private Permissions() {}

  private static Stream<Rule> rules(Audience audience, Feature feature, String... operations) {
    return Arrays.stream(operations).map(name -> new Rule(name, audience, Optional.of(feature)));
  }

  /** Rows of what an API key may never do, or does not need. */
  private static Stream<Rule> keyless(Audience audience, String... operations) {
    return Arrays.stream(operations).map(name -> new Rule(name, audience, Optional.empty()));
  }

  /** Every row. */
  public static List<Rule> all() {
    return RULES;
  }

  public static Optional<Rule> of(String operation) {
    return Optional.ofNullable(BY_OPERATION.get(operation));
  }
}
