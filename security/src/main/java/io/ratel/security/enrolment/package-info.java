/**
 * How a machine gets its certificate and keeps it. An operator makes an {@link
 * io.ratel.security.enrolment.Invitation}; the machine signs an {@link
 * io.ratel.security.enrolment.EnrolmentRequest} with its key and sends it to the node with the
 * authority, whose {@link io.ratel.security.enrolment.RegistrationAuthority} has {@link
 * io.ratel.security.enrolment.Enrolment} check it; from then on {@link
 * io.ratel.security.enrolment.Renewal} asks for the next certificate with the key of the present
 * one at half its life.
 */
@NullMarked
package io.ratel.security.enrolment;

import org.jspecify.annotations.NullMarked;
