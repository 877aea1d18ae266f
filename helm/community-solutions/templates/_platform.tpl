{{/* Where the platform's parts are, whoever runs them. Each is given the chart's own scope. */}}

{{/* A service's values over what holds for all. Given root and name. */}}
{{- define "umbrella.service" -}}
{{- mustMergeOverwrite (deepCopy .root.Values.serviceDefaults) (deepCopy (index .root.Values.services .name)) | toYaml -}}
{{- end }}

{{/* The names of the services that are installed, as a list named names. */}}
{{- define "umbrella.services" -}}
names:
{{- range $name, $unused := .Values.services }}
{{- if (include "umbrella.service" (dict "root" $ "name" $name) | fromYaml).enabled }}
  - {{ $name }}
{{- end }}
{{- end }}
{{- end }}

{{- define "umbrella.labels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: community-solutions
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "platform.postgresql.host" -}}
{{- if eq .Values.platform.postgresql.mode "existing" -}}
{{ required "platform.postgresql.existing.host" .Values.platform.postgresql.existing.host }}
{{- else -}}
database-rw
{{- end -}}
{{- end }}

{{- define "platform.postgresql.port" -}}
{{- if eq .Values.platform.postgresql.mode "existing" }}{{ .Values.platform.postgresql.existing.port }}{{ else }}5432{{ end -}}
{{- end }}

{{- define "platform.postgresql.caSecret" -}}
{{- if eq .Values.platform.postgresql.mode "existing" -}}
{{ required "platform.postgresql.existing.caSecret" .Values.platform.postgresql.existing.caSecret }}
{{- else -}}
database-ca
{{- end -}}
{{- end }}

{{- define "platform.postgresql.peers" -}}
{{- if eq .Values.platform.postgresql.mode "existing" -}}
{{ toYaml (required "platform.postgresql.existing.peers" .Values.platform.postgresql.existing.peers) }}
{{- else -}}
- podSelector: {matchLabels: {cnpg.io/cluster: database}}
{{- end -}}
{{- end }}

{{- define "platform.kafka.bootstrap" -}}
{{- if eq .Values.platform.kafka.mode "existing" -}}
{{ required "platform.kafka.existing.bootstrap" .Values.platform.kafka.existing.bootstrap }}
{{- else -}}
kafka-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
{{- end -}}
{{- end }}

{{- define "platform.kafka.port" -}}
{{- if eq .Values.platform.kafka.mode "existing" }}{{ .Values.platform.kafka.existing.port }}{{ else }}9093{{ end -}}
{{- end }}

{{- define "platform.kafka.caSecret" -}}
{{- if eq .Values.platform.kafka.mode "existing" -}}
{{ required "platform.kafka.existing.caSecret" .Values.platform.kafka.existing.caSecret }}
{{- else -}}
kafka-cluster-ca-cert
{{- end -}}
{{- end }}

{{- define "platform.kafka.peers" -}}
{{- if eq .Values.platform.kafka.mode "existing" -}}
{{ toYaml (required "platform.kafka.existing.peers" .Values.platform.kafka.existing.peers) }}
{{- else -}}
- podSelector: {matchLabels: {strimzi.io/cluster: kafka, strimzi.io/name: kafka-kafka}}
{{- end -}}
{{- end }}

{{/* The realm as pods reach it: within the cluster, while tokens name the address that people use. */}}
{{- define "platform.keycloak.internal" -}}
{{- if eq .Values.platform.keycloak.mode "existing" -}}
{{ .Values.platform.keycloak.existing.internalUrl | default .Values.platform.keycloak.issuer }}
{{- else -}}
http://keycloak-service:8080{{ (urlParse .Values.platform.keycloak.issuer).path }}
{{- end -}}
{{- end }}

{{- define "platform.keycloak.port" -}}
{{- if eq .Values.platform.keycloak.mode "existing" }}{{ .Values.platform.keycloak.existing.port }}{{ else }}8080{{ end -}}
{{- end }}

{{- define "platform.keycloak.peers" -}}
{{- if eq .Values.platform.keycloak.mode "existing" -}}
{{ toYaml (required "platform.keycloak.existing.peers" .Values.platform.keycloak.existing.peers) }}
{{- else -}}
- podSelector: {matchLabels: {app: keycloak, app.kubernetes.io/instance: keycloak}}
{{- end -}}
{{- end }}

{{/* What holds of a restricted pod that an operator makes. */}}
{{- define "platform.podSecurity" -}}
runAsNonRoot: true
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "platform.containerSecurity" -}}
allowPrivilegeEscalation: false
runAsNonRoot: true
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}
