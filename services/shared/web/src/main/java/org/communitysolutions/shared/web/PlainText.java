package org.communitysolutions.shared.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text as people write it: not blank, no control characters except line ends and tabs (PostgreSQL cannot hold a zero
 * character at all), no halves of surrogate pairs.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    /** The most characters it may have. */
    int max();

    String message() default "must be 1 to {max} characters of plain text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts what is absent; {@code @NotNull} asks for presence. */
    class Check implements ConstraintValidator<PlainText, String> {

        private int max;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || (!text.isBlank()
                            && text.length() <= max
                            && text.codePoints().allMatch(Check::isPlain));
        }

        private static boolean isPlain(int character) {
            return character == '\n'
                    || character == '\r'
                    || character == '\t'
                    || (!Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE);
        }
    }
}
