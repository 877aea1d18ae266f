{{- define "service.scaling" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  # Of one replica none may stay, or its node could never be drained.
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
{{- if include "service.byLag" . }}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .name }}-lag
  labels: {{- include "service.labels" . | nindent 4 }}
data:
  username: {{ .name }}-kafka
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ .name }}-lag
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  # KEDA takes a name from here or not at all.
  configMapTargetRef:
    - {parameter: username, name: {{ .name }}-lag, key: username}
  secretTargetRef:
    - {parameter: password, name: {{ .name }}-kafka, key: password}
    - {parameter: ca, name: {{ include "platform.kafka.caSecret" .root }}, key: ca.crt}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: {{ .name }}}
  minReplicaCount: {{ .service.replicas.min }}
  maxReplicaCount: {{ include "service.mostReplicas" . }}
  # Partitions move with each change, so replicas go slowly.
  cooldownPeriod: 600
  triggers:
    - type: cpu
      metricType: Utilization
      metadata: {value: {{ .service.busyAt | quote }}}
    {{- range .service.reads }}
    - type: kafka
      metadata:
        bootstrapServers: {{ include "platform.kafka.bootstrap" $.root | quote }}
        consumerGroup: {{ $.name }}
        topic: {{ . }}
        lagThreshold: {{ $.service.lagPerReplica | quote }}
        offsetResetPolicy: earliest
        sasl: scram_sha512
        tls: enable
      authenticationRef: {name: {{ $.name }}-lag}
    {{- end }}
{{- else if .root.Values.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: {{ .name }}}
  minReplicas: {{ .service.replicas.min }}
  maxReplicas: {{ include "service.mostReplicas" . }}
  behavior:
    scaleDown: {stabilizationWindowSeconds: 600}
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: {{ .service.busyAt }}}}
{{- end }}
{{- end }}

{{- define "service.monitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
    {{- with .root.Values.monitoring.labels }}{{ toYaml . | nindent 4 }}{{ end }}
spec:
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  endpoints:
    - {port: http, path: /q/metrics, interval: {{ .root.Values.monitoring.interval }}}
{{- end }}
