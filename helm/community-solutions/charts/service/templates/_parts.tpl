{{/* Each template here is given a dictionary: root (the chart's own scope), name (of the service) and service (its values). */}}

{{- define "service.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: community-solutions
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ include "service.tag" . | quote }}
{{- end }}

{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "service.tag" -}}
{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "service.image" -}}
{{ .root.Values.image.registry }}/{{ .name }}:{{ include "service.tag" . }}
{{- end }}

{{- define "service.database" -}}
{{ .name | replace "-" "_" }}
{{- end }}

{{/* What the restricted level of pod security asks for, and nothing else. */}}
{{- define "service.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .root.Values.pods.user }}
runAsGroup: {{ .root.Values.pods.user }}
fsGroup: {{ .root.Values.pods.user }}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "service.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "service.pullSecrets" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{/* The most replicas that find work: for a consumer, no more than the topics it reads have partitions. */}}
{{- define "service.mostReplicas" -}}
{{- $most := int .service.replicas.max -}}
{{- range (.root.Files.Get "files/topics.yaml" | fromYaml).topics -}}
{{- if has .name $.service.reads -}}{{- $most = min $most (int .partitions) -}}{{- end -}}
{{- end -}}
{{ $most }}
{{- end }}

{{/* Whether KEDA scales it. */}}
{{- define "service.byLag" -}}
{{- if and .root.Values.autoscaling.enabled .root.Values.autoscaling.lag .service.reads }}true{{ end -}}
{{- end }}

{{/* Where the database is and how it is known to be the right one. The owner's address serves migrations and, with the
     application's role, what reads by JDBC. */}}
{{- define "service.databaseEnvironment" -}}
{{- $database := include "service.database" . -}}
- {name: DATABASE_HOST, value: {{ include "platform.postgresql.host" .root | quote }}}
- {name: DATABASE_PORT, value: {{ include "platform.postgresql.port" .root | quote }}}
- name: QUARKUS_DATASOURCE_OWNER_JDBC_URL
  value: jdbc:postgresql://{{ include "platform.postgresql.host" .root }}:{{ include "platform.postgresql.port" .root }}/{{ $database }}?sslmode=verify-full&sslrootcert=/etc/trust/database/ca.crt
- {name: QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE, value: verify-full}
- {name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM, value: HTTPS}
- {name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM, value: "true"}
- {name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS, value: /etc/trust/database/ca.crt}
- name: DATABASE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .name }}-database, key: password}}
{{- end }}

{{- define "service.javaOptions" -}}
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage={{ .service.heap }} -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC
- {name: MALLOC_ARENA_MAX, value: "2"}
{{- end }}
