package io.ratel.security.permission;

import static io.ratel.security.permission.Audience.ANYONE;
import static io.ratel.security.permission.Audience.OPERATOR;
import static io.ratel.security.permission.Audience.SIGNED_IN;
import static io.ratel.security.pool.PoolRole.ASSOCIATE;
import static io.ratel.security.pool.PoolRole.MODERATOR;
import static io.ratel.security.pool.PoolRole.OWNER;

import io.ratel.security.pool.PoolRole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table. */
public final class Permissions {
  private static final String[] READING = {
    "getAccount",
    "listEquity",
    "getLimits",
    "listMargin",
    "getRisk",
    "listBalances",
    "listPositions",
    "listFills",
    "listOrders",
    "getOrder",
    "listAccountEvents",
    "reportTrades"
  };

  private static final String[] ORDERING = {
    "placeOrder", "replaceOrder", "cancelOrder", "cancelOrders", "cancelAllAfter"
  };

  private static final String[] INVITING = {
    "inviteToPool", "listPoolInvitations", "withdrawPoolInvitation"
  };

  private static final List<Rule> RULES =
      Stream.of(
              keyless(ANYONE, "signIn", "renewSession", "mintInner", "listKeys", "openApi", "docs"),
              keyless(ANYONE, "health", "readiness", "metrics", "listErrors"),
              members(ASSOCIATE, keyless(ANYONE, "stream")),
              keyless(ANYONE, "proveFactor", "signInWithPasskey", "askForPasskey", "getSignIn"),
              keyless(ANYONE, "beginGoogle", "endGoogle", "takeSession"),
              keyless(ANYONE, "signInWithTelegram", "register"),
              rules(ANYONE, Feature.MARKETS, "listInstruments", "getInstrument", "getBook"),
              rules(
                  ANYONE,
                  Feature.MARKETS,
                  "listTrades",
                  "listBars",
                  "listEvents",
                  "listGaps",
                  "getQuote"),
              rules(ANYONE, Feature.MARKETS, "listFeeds", "listPairs", "getPair"),
              rules(ANYONE, Feature.MARKETS, "listHistoryBars", "listHistoryTrades"),
              rules(ANYONE, Feature.MARKETS, "listHistoryQuotes", "listHistoryBooks"),
              rules(SIGNED_IN, Feature.MARKETS, "requestHistory"),
              rules(ANYONE, Feature.MARKETS, "getHistoryRequest"),
              rules(ANYONE, Feature.MARKETS, "listFunctions", "getFunction", "getIndicator"),
              rules(SIGNED_IN, Feature.MARKETS, "computeFunction", "computeBatch"),
              rules(SIGNED_IN, Feature.MARKETS, "listJobs", "getJob", "cancelJob"),
              rules(SIGNED_IN, Feature.MARKETS, "createAlert", "listAlerts", "getAlert"),
              rules(SIGNED_IN, Feature.MARKETS, "changeAlert", "deleteAlert", "listAlertEvents"),
              rules(ANYONE, Feature.ASSETS, "listNews", "listCalendar"),
              rules(SIGNED_IN, Feature.ASSETS, "listSeries", "listSeriesValues"),
              keyless(SIGNED_IN, "signOut", "signOutEverywhere", "mintDanger", "mintStream"),
              keyless(SIGNED_IN, "listSessions", "endSession", "getFactors", "beginTotp"),
              keyless(SIGNED_IN, "confirmTotp", "renewRecoveryCodes", "removeTotp"),
              keyless(SIGNED_IN, "askForNewPasskey", "addPasskey", "listPasskeys"),
              keyless(SIGNED_IN, "renamePasskey", "deletePasskey", "deleteMe"),
              keyless(SIGNED_IN, "changePassword"),
              keyless(SIGNED_IN, "listIdentities", "linkGoogle", "linkTelegram"),
              keyless(SIGNED_IN, "unlinkIdentity"),
              keyless(SIGNED_IN, "createApiKey", "listApiKeys", "deleteApiKey", "rotateApiKey"),
              rules(SIGNED_IN, Feature.TRADING, "getMe", "listAccounts", "openAccount"),
              members(ASSOCIATE, rules(SIGNED_IN, Feature.TRADING, READING)),
              members(MODERATOR, rules(SIGNED_IN, Feature.TRADING, ORDERING)),
              members(OWNER, rules(SIGNED_IN, Feature.TRADING, "configureAccount", "setLimits")),
              rules(SIGNED_IN, Feature.VAULTS, "deposit", "withdraw", "transfer"),
              rules(SIGNED_IN, Feature.POOLS, "listPools", "createPool", "joinPool"),
              members(ASSOCIATE, rules(SIGNED_IN, Feature.POOLS, "getPool", "listPoolMembers")),
              members(ASSOCIATE, rules(SIGNED_IN, Feature.POOLS, "getPoolMember")),
              members(ASSOCIATE, rules(SIGNED_IN, Feature.POOLS, "removePoolMember", "moveUnits")),
              members(MODERATOR, rules(SIGNED_IN, Feature.POOLS, INVITING)),
              members(OWNER, rules(SIGNED_IN, Feature.POOLS, "renamePool", "setPoolRole")),
              members(OWNER, keyless(SIGNED_IN, "deletePool")),
              keyless(OPERATOR, "raiseBarrier", "listBarriers"),
              keyless(OPERATOR, "listUsers", "createUser", "setUserState", "setUserRole"),
              keyless(OPERATOR, "setLicense", "resetFactors", "createServiceKey"),
              keyless(OPERATOR, "deleteUser", "getDeletion", "resetPassword"),
              keyless(ANYONE, "enrolCertificate", "renewCertificate", "getRevocations"),
              keyless(OPERATOR, "listCertificates", "revokeCertificate", "inviteMachine"),
              rules(OPERATOR, Feature.NODES, "setCalendar", "applyCorporateAction", "fund"),
              rules(OPERATOR, Feature.NODES, "mark", "settle", "setState", "setTerms"),
              rules(OPERATOR, Feature.NODES, "setKillSwitch", "reconcile"),
              rules(OPERATOR, Feature.NODES, "getRates", "setRates"),
              rules(OPERATOR, Feature.NODES, "listPipelines"),
              rules(OPERATOR, Feature.NODES, "listStorage"),
              rules(OPERATOR, Feature.NODES, "listAudit", "verifyAudit"),
              rules(OPERATOR, Feature.NODES, "listAsset", "listInstrument"))
          .flatMap(rule -> rule)
          .toList();

  private static final Map<String, Rule> BY_OPERATION =
      RULES.stream().collect(Collectors.toMap(Rule::operation, Function.identity()));

  private Permissions() {}

  private static Stream<Rule> rules(Audience audience, Feature feature, String... operations) {
    return Arrays.stream(operations)
        .map(name -> new Rule(name, audience, Optional.of(feature), Optional.empty()));
  }

  /** Rows of what an API key may never do, or does not need. */
  private static Stream<Rule> keyless(Audience audience, String... operations) {
    return Arrays.stream(operations)
        .map(name -> new Rule(name, audience, Optional.empty(), Optional.empty()));
  }

  /** The same rows, which members of pools may use from a role upwards. */
  private static Stream<Rule> members(PoolRole least, Stream<Rule> rules) {
    return rules.map(
        rule -> new Rule(rule.operation(), rule.audience(), rule.feature(), Optional.of(least)));
  }

  /** Every row. */
  public static List<Rule> all() {
    return RULES;
  }

  public static Optional<Rule> of(String operation) {
    return Optional.ofNullable(BY_OPERATION.get(operation));
  }
}
