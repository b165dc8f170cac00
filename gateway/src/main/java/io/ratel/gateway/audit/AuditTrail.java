package io.ratel.gateway.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.Binding.Inputs;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Routes;
import io.ratel.security.audit.Act;
import io.ratel.security.audit.AuditLog;
import io.ratel.security.audit.Outcome;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is done with power. Safe for any thread; may block. */
public final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

  private final AuditLog log;
  private final InstantSource clock;

  public AuditTrail(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Performs an operation. When the caller does it with power it is written before this returns;
   * one that was refused had no effect and is not.
   *
   * @param path as it was requested
   * @throws RefusedException when the answer is an error; {@link ErrorCode#AUDIT_UNAVAILABLE} when
   *     it was done and could not be written
   */
  public Answer<?> perform(
      Operation<?, ?> operation, Routes routes, String path, Inputs inputs, Caller caller) {
    if (!operation.audited().by(caller)) {
      return operation.perform(inputs, caller);
    }
    operation.requirePermission(caller);
    String before = state(operation, routes, inputs, caller);
    Answer<?> answer;
    try {
      answer = operation.perform(inputs, caller);
    } catch (ExchangeUnavailableException e) {
      String asked = asked(operation, inputs);
      write(act(caller, caller.userId(), operation.name(), path, Outcome.UNKNOWN, asked));
      throw e;
    }
    String after =
        operation.audited().watches().isPresent()
            ? state(operation, routes, inputs, caller)
            : writable(answer.body());
    write(done(caller, operation.name(), path, asked(operation, inputs)).changing(before, after));
    return answer;
  }

  /** What the operation says that shows the resource; empty when it has none or cannot tell. */
  private static String state(
      Operation<?, ?> operation, Routes routes, Inputs inputs, Caller caller) {
    Optional<Operation<?, ?>> shows = operation.audited().watches().flatMap(routes::named);
    if (shows.isEmpty()) {
      return "";
    }
    try {
      Inputs where = new Inputs(inputs.path(), Map.of(), inputs.headers(), new byte[0]);
      return writable(shows.get().perform(where, caller).body());
    } catch (RefusedException e) {
      return "";
    }
  }

  /** An answer without what is secret or personal. */
  private static String writable(Object body) {
    if (!(body instanceof Record)) {
      return Json.text(body);
    }
    ObjectNode told = Json.readObject(Json.bytes(body));
    for (RecordComponent component : body.getClass().getRecordComponents()) {
      Field field = component.getAnnotation(Field.class);
      if (field != null && (field.secret() || field.personal())) {
        told.remove(component.getName());
      }
    }
    return Json.text(told);
  }

  /** Path, query and body as one object, without what is secret or personal. */
  private static String asked(Operation<?, ?> operation, Inputs inputs) {
    ObjectNode asked = Json.object();
    inputs.path().forEach(asked::put);
    inputs.query().forEach(asked::put);
    if (operation.request().hasBody()) {
      asked.setAll(Json.readObject(inputs.body()));
    }
    asked.remove(
        operation.request().parts().stream()
            .filter(part -> part.field().secret() || part.field().personal())
            .map(Binding.Part::name)
            .toList());
    return asked.isEmpty() ? "" : Json.text(asked);
  }

  /** What a caller has done, ready to be written. */
  public Act done(Caller caller, String operation, String resource, String asked) {
    return act(caller, caller.userId(), operation, resource, Outcome.DONE, asked);
  }

  /**
   * Writes a sign-in, or the proof before something dangerous.
   *
   * @param nobody who asked, before it is known who that is
   * @param userId whose it was or would have been; 0 when there is no such user
   */
  public void proof(Caller nobody, long userId, String operation, String path, boolean good) {
    write(act(nobody, userId, operation, path, good ? Outcome.DONE : Outcome.REFUSED, ""));
  }

  private Act act(
      Caller caller, long who, String operation, String path, Outcome outcome, String asked) {
    Caller.Presented presented = caller.presented();
    return new Act(
        clock.instant(),
        who,
        presented.credential(),
        operation,
        path,
        outcome,
        asked,
        "",
        "",
        presented.rayId(),
        presented.address());
  }

  private void write(Act act) {
    try {
      log.append(act);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("{} of user {} was not audited", act.operation(), act.who());
      throw RefusedException.of(
          ErrorCode.AUDIT_UNAVAILABLE,
          act.outcome() == Outcome.REFUSED
              ? "it was refused, and that could not be written to the audit log"
              : "it may have been done, but could not be written to the audit log; look before you"
                  + " repeat it");
    }
  }
}
