package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Writes and reads enum constants as codes: {@code PRIVATE_RENT} is {@code private-rent} in events and in requests. */
public final class EnumCodes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** The code of the constant of that name. */
    public static String of(String constantName) {
        return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] enumValues, String[] names) {
        String[] annotated = super.findEnumValues(config, annotatedClass, enumValues, names);
        for (int i = 0; i < enumValues.length; i++) {
            if (annotated[i] == null) {
                annotated[i] = of(enumValues[i]);
            }
        }
        return annotated;
    }
}
