package io.ratel.gateway.operation;

import io.ratel.security.permission.Audience;
import io.ratel.security.permission.Feature;
import io.ratel.security.permission.Permissions;
import io.ratel.security.permission.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing a client can ask for, declared once.
 *
 * @param name unique, in camel case
 * @param path with {@code {names}} of components of the request
 * @param rule its row in the table of permissions
 * @param status of a success
 * @param dangerous whether a danger token must come with it
 * @param audited whether it is written to the audit log
 * @param large whether its body may be longer than most, one such at a time
 * @param greeting whether a public one is told who asks, when that is proven
 * @param refusals beside those that every operation of its kind has
 */
public record Operation<Q extends Record, R>(
    String name,
    Verb verb,
    String path,
    Rule rule,
    String summary,
    Binding<Q> request,
    int status,
    Shape<R> response,
    boolean dangerous,
    Audited audited,
    boolean large,
    boolean greeting,
    List<ErrorCode> refusals,
    Action<Q, R> action) {
  /** The header that carries a danger token. */
  public static final String DANGER_HEADER = "Danger-Token";

  /** What it does, on a virtual thread; it may block. */
  @FunctionalInterface
  public interface Action<Q, R> {
    /**
     * @throws RefusedException when the answer is an error
     */
    Answer<R> perform(Q request, Caller caller);
  }

  /**
   * Whether an operation is written to the audit log.
   *
   * @param watches the operation that shows what this one changes, asked before and after
   */
  public record Audited(By mode, Optional<String> watches) {
    /** Who writes it, and when. */
    public enum By {
      NEVER,
      /** The door, when an operator does it. */
      OPERATORS,
      /** The door, whoever does it. */
      EVERYONE,
      /** The operation, in the transaction of what it does. */
      ITSELF
    }

    static final Audited NEVER = new Audited(By.NEVER, Optional.empty());

    Audited by(By other) {
      return new Audited(other, watches);
    }

    Audited watching(String operation) {
      return new Audited(mode, Optional.of(operation));
    }

    /** Whether the door writes it when this one asks. */
    public boolean by(Caller caller) {
      return mode == By.EVERYONE || (mode == By.OPERATORS && caller.isOperator());
    }
  }

  /** A declaration that is not complete yet. */
  public record Draft(
      String name,
      Verb verb,
      String path,
      Rule rule,
      String summary,
      boolean dangerous,
      Audited audited,
      boolean large,
      boolean greeting,
      List<ErrorCode> refusals) {
    /** What operators do is audited, and what only shows something is not. */
    static Draft of(Verb verb, String name, String path, String summary) {
      Rule rule =
          Permissions.of(name)
              .orElseThrow(() -> new IllegalStateException(name + " has no row in the table"));
      boolean power = rule.audience() == Audience.OPERATOR && verb != Verb.GET;
      Audited audited = power ? Audited.NEVER.by(Audited.By.OPERATORS) : Audited.NEVER;
      return new Draft(name, verb, path, rule, summary, false, audited, false, false, List.of());
    }

    /** Adds errors of its own. */
    public Draft refuses(ErrorCode... codes) {
      return new Draft(
          name, verb, path, rule, summary, dangerous, audited, large, greeting, List.of(codes));
    }

    /** Is told who asks although nobody needs to sign in for it. */
    public Draft greets() {
      return new Draft(name, verb, path, rule, summary, dangerous, audited, large, true, refusals);
    }

    /** Takes a body of many numbers. */
    public Draft takesLargeBodies() {
      return new Draft(
          name, verb, path, rule, summary, dangerous, audited, true, greeting, refusals);
    }

    /** Asks for a danger token that is for exactly this request. */
    public Draft needsDangerToken() {
      return new Draft(name, verb, path, rule, summary, true, audited, large, greeting, refusals);
    }

    /** Is audited when an operator does it. */
    public Draft auditsOperators() {
      return with(audited.by(Audited.By.OPERATORS));
    }

    /**
     * Is audited when an operator does it, with what another operation says before and after.
     *
     * @param operation a GET that finds the resource by the same names in the path
     */
    public Draft auditsOperators(String operation) {
      return with(audited.by(Audited.By.OPERATORS).watching(operation));
    }

    /** Is audited whoever does it. */
    public Draft audits() {
      return with(audited.by(Audited.By.EVERYONE));
    }

    /**
     * Is audited whoever does it, with what another operation says before and after.
     *
     * @param operation a GET that finds the resource by the same names in the path
     */
    public Draft audits(String operation) {
      return with(audited.by(Audited.By.EVERYONE).watching(operation));
    }

    /** Writes its act in the transaction of what it does. */
    public Draft auditsItself() {
      return with(audited.by(Audited.By.ITSELF));
    }

    private Draft with(Audited other) {
      return new Draft(
          name, verb, path, rule, summary, dangerous, other, large, greeting, refusals);
    }

    /** Completes it: what it takes, what it gives, and what is done between. */
    public <Q extends Record, R> Operation<Q, R> answers(
        Class<Q> request, int status, Shape<R> response, Action<Q, R> action) {
      Binding<Q> binding = new Binding<>(request, verb, path);
      return new Operation<>(
          name, verb, path, rule, summary, binding, status, response, dangerous, audited, large,
          greeting, refusals, action);
    }
  }

  public static Draft get(String name, String path, String summary) {
    return Draft.of(Verb.GET, name, path, summary);
  }

  public static Draft post(String name, String path, String summary) {
    return Draft.of(Verb.POST, name, path, summary);
  }

  public static Draft put(String name, String path, String summary) {
    return Draft.of(Verb.PUT, name, path, summary);
  }

  public static Draft patch(String name, String path, String summary) {
    return Draft.of(Verb.PATCH, name, path, summary);
  }

  public static Draft delete(String name, String path, String summary) {
    return Draft.of(Verb.DELETE, name, path, summary);
  }

  /**
   * Binds and performs.
   *
   * @throws RefusedException when the answer is an error
   */
  public Answer<R> perform(Binding.Inputs inputs, Caller caller) {
    requirePermission(caller);
    return action.perform(request.bind(inputs), caller.within(rule));
  }

  /**
   * @throws RefusedException 403 when the table of permissions says no
   */
  public void requirePermission(Caller caller) {
    Optional<Set<Feature>> scopes = caller.presented().scopes();
    if (!rule.admits(caller.platformRole(), scopes)) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN,
          rule.audience().admits(caller.platformRole())
              ? "this API key may not do this: it lacks "
                  + rule.feature().map(Feature::label).orElse("a sign-in")
              : "only an operator may do this");
    }
  }

  /** Whether nobody needs to sign in for it. */
  public boolean isPublic() {
    return rule.audience() == Audience.ANYONE;
  }

  /** Every error it can answer with. */
  public Set<ErrorCode> errors() {
    Set<ErrorCode> all = new LinkedHashSet<>();
    if (request.hasBody()) {
      all.addAll(List.of(ErrorCode.MALFORMED_JSON, ErrorCode.BODY_TOO_LARGE));
    }
    for (Binding.Part part : request.parts()) {
      all.add(ErrorCode.INVALID_FIELD);
      if (!part.optional() && part.source() != Binding.Source.PATH) {
        all.add(ErrorCode.MISSING_FIELD);
      }
    }
    all.add(ErrorCode.UNKNOWN_FIELD);
    if (!isPublic()) {
      all.addAll(List.of(ErrorCode.UNAUTHENTICATED, ErrorCode.TOKEN_EXPIRED, ErrorCode.FORBIDDEN));
    }
    if (dangerous) {
      all.addAll(List.of(ErrorCode.DANGER_TOKEN_NEEDED, ErrorCode.NOT_READY));
    }
    if (audited.mode() != Audited.By.NEVER) {
      all.add(ErrorCode.AUDIT_UNAVAILABLE);
    }
    all.addAll(refusals);
    all.add(ErrorCode.RATE_LIMITED);
    all.addAll(List.of(ErrorCode.INTERNAL, ErrorCode.TIMED_OUT, ErrorCode.BUSY));
    return all;
  }
}
