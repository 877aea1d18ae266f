{{/* What may come in to a service and where it may go. All else is refused by the policy of the namespace. */}}
{{- define "service.network" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    - ports: [{protocol: TCP, port: 8080}]
      from:
        {{- if ne .root.Values.routes.kind "none" }}
        {{- toYaml .root.Values.network.entrances | nindent 8 }}
        {{- end }}
        {{- if .root.Values.monitoring.enabled }}
        {{- toYaml .root.Values.network.monitoring | nindent 8 }}
        {{- end }}
        {{- range $caller, $unused := .root.Values.services }}
        {{- if has $.name (include "umbrella.service" (dict "root" $.root "name" $caller) | fromYaml).calls }}
        - podSelector: {matchLabels: {app.kubernetes.io/name: {{ $caller }}}}
        {{- end }}
        {{- end }}
        - podSelector: {matchLabels: {app.kubernetes.io/name: smoke-test}}
  egress:
    - ports: [{protocol: TCP, port: {{ include "platform.postgresql.port" .root }}}]
      to: {{- include "platform.postgresql.peers" .root | nindent 8 }}
    - ports: [{protocol: TCP, port: {{ include "platform.keycloak.port" .root }}}]
      to: {{- include "platform.keycloak.peers" .root | nindent 8 }}
    {{- if .service.reads }}
    - ports: [{protocol: TCP, port: {{ include "platform.kafka.port" .root }}}]
      to: {{- include "platform.kafka.peers" .root | nindent 8 }}
    {{- end }}
    {{- with .service.calls }}
    - ports: [{protocol: TCP, port: 8080}]
      to:
        {{- range . }}
        - podSelector: {matchLabels: {app.kubernetes.io/name: {{ . }}}}
        {{- end }}
    {{- end }}
    {{- if .root.Values.telemetry.endpoint }}
    - ports: [{protocol: TCP, port: {{ .root.Values.telemetry.port }}}]
      to: {{- toYaml (required "telemetry.peers: where the collector is" .root.Values.telemetry.peers) | nindent 8 }}
    {{- end }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .name }}-migration
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels: {app.kubernetes.io/name: {{ .name }}-migration}
  policyTypes: [Ingress, Egress]
  egress:
    - ports: [{protocol: TCP, port: {{ include "platform.postgresql.port" .root }}}]
      to: {{- include "platform.postgresql.peers" .root | nindent 8 }}
{{- end }}
